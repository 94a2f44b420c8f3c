package city.wayside.edge.handover;

import city.wayside.edge.inbound.Inbound;
import city.wayside.edge.station.Arrival;
import city.wayside.edge.station.Arrival.Waiting;
import city.wayside.edge.station.Station;
import city.wayside.edge.station.StationLane;
import city.wayside.edge.station.StationLanes;
import city.wayside.model.flow.StationLookup;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationState;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Telemetry;
import city.wayside.road.match.RoadMatcher;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Continues the trajectory of a station that another edge node has heard before.
///
/// The first messages of a station wait here, unacknowledged, while the grid is asked where it was;
/// one question speaks of many stations, and the next is asked when it is answered. With the answer
/// they go on: what the other node has taken is a repetition, and the way between the two nodes is
/// driven by the first that is newer. Where the grid knows nothing, or cannot be asked, the
/// trajectory is new.
public final class Handover {

  private static final Logger LOG = LoggerFactory.getLogger(Handover.class);

  /// How many stations may wait for their turn to be looked up; more begin anew.
  static final int ARRIVALS_MAX = 65_536;

  /// How many stations are looked up at once.
  static final int LOOKUP_STATIONS_MAX = 1_024;

  private static final Refused TAKEN =
      new Refused(
          Refusal.DUPLICATE, "another edge node has taken a report of the station with this time");

  private static final Refused NEWER_TAKEN =
      new Refused(
          Refusal.STALE, "another edge node has taken a report of the station that is newer");

  private final StationLookup lookup;
  private final StationLanes lanes;
  private final RoadMatcher matcher;
  private final Onward onward;
  private final Map<Continuation, Telemetry.Counter> counts = new EnumMap<>(Continuation.class);
  private final ArrayBlockingQueue<Long> arrivals = new ArrayBlockingQueue<>(ARRIVALS_MAX);
  private final AtomicBoolean isAsking = new AtomicBoolean();
  private final AtomicInteger waitingCount = new AtomicInteger();
  private final CompletableFuture<Void> drained = new CompletableFuture<>();
  private volatile boolean isDraining;

  /// Handover with nobody arrived.
  ///
  /// @param onward where the messages go on
  public Handover(
      StationLookup lookup,
      StationLanes lanes,
      RoadMatcher matcher,
      Onward onward,
      Telemetry telemetry) {
    this.lookup = lookup;
    this.lanes = lanes;
    this.matcher = matcher;
    this.onward = onward;
    for (Continuation outcome : Continuation.values()) {
      counts.put(outcome, telemetry.counter(Metric.EDGE_HANDOVERS, outcome.word()));
    }
    telemetry.gauge(Metric.EDGE_HANDOVER_WAITING, "", waitingCount::get);
  }

  /// Has an admitted message wait, if its station has just come here. Within the station's lane;
  /// never blocks.
  ///
  /// @param isFirst true for the first message of the station
  /// @return false when the message need not wait
  public boolean holds(Inbound inbound, Report report, Station station, boolean isFirst) {
    if (isFirst) {
      if (!arrivals.offer(report.stationId())) {
        count(Continuation.NOT_ASKED);
        return false;
      }
      station.arrives(new Arrival());
    }
    Arrival arrival = station.arrival();
    if (arrival == null) {
      return false;
    }
    arrival.add(inbound, report);
    waitingCount.incrementAndGet();
    return true;
  }

  /// How many messages wait. Any thread.
  public int waitingCount() {
    return waitingCount.get();
  }

  /// Looks up who has arrived, unless an answer is awaited. One thread; never blocks.
  public void turn() {
    if (arrivals.isEmpty() || !isAsking.compareAndSet(false, true)) {
      return;
    }
    List<Long> asked = new ArrayList<>();
    arrivals.drainTo(asked, LOOKUP_STATIONS_MAX);
    CompletionStage<List<StationState>> answer;
    try {
      answer = lookup.newest(asked);
    } catch (RuntimeException failure) {
      answered(asked, List.of(), failure);
      return;
    }
    CompletionStage<Void> _ =
        answer.handle((states, failure) -> {
          answered(asked, failure == null ? states : List.of(), failure);
          return null;
        });
  }

  /// Waits for nobody who comes from now on.
  ///
  /// @return done when nobody waits here any more
  public CompletableFuture<Void> drain() {
    isDraining = true;
    endIfDrained();
    return drained;
  }

  private void endIfDrained() {
    if (isDraining && waitingCount.get() == 0) {
      drained.complete(null);
    }
  }

  private void answered(List<Long> asked, List<StationState> states, @Nullable Throwable failure) {
    if (failure != null) {
      LOG.warn(
          "{} stations begin new trajectories, the grid did not tell their old ones: {}",
          asked.size(),
          failure.toString());
    }
    Map<Long, StationState> known = new HashMap<>();
    states.forEach(state -> known.put(state.stationId(), state));
    for (long stationId : asked) {
      try {
        settle(stationId, known.get(stationId), failure == null);
      } catch (RuntimeException defect) {
        // Neither its neighbours nor those who come later may wait for ever because of it.
        LOG.error("the first messages of a station were lost, unacknowledged", defect);
      }
    }
    isAsking.set(false);
    endIfDrained();
  }

  private void settle(long stationId, @Nullable StationState state, boolean wasAnswered) {
    StationLane lane = lanes.of(stationId);
    lane.lock();
    try {
      Station station = lane.known(stationId);
      Arrival arrival = station == null ? null : station.arrival();
      if (station == null || arrival == null) {
        return;
      }
      station.hasArrived();
      waitingCount.addAndGet(-arrival.waiting().size());
      count(wasAnswered ? continuation(station, arrival, state) : Continuation.NOT_ASKED);
      for (Waiting each : arrival.waiting()) {
        goOn(each, station, state);
      }
    } finally {
      lane.unlock();
    }
  }

  private Continuation continuation(
      Station station, Arrival arrival, @Nullable StationState state) {
    if (state == null) {
      return Continuation.UNKNOWN;
    }
    long newestMs = arrival.waiting().getLast().report().timeMs();
    if (newestMs - state.report().timeMs() > RoadMatcher.GAP_MAX_MS) {
      return Continuation.TOO_OLD;
    }
    station.continues(matcher.continuing(state));
    return Continuation.CONTINUED;
  }

  private void goOn(Waiting waiting, Station station, @Nullable StationState state) {
    Report report = waiting.report();
    if (state != null && report.timeMs() <= state.report().timeMs()) {
      boolean isSame = report.timeMs() == state.report().timeMs();
      onward.repeats(waiting.inbound(), isSame ? TAKEN : NEWER_TAKEN);
      return;
    }
    onward.take(waiting.inbound(), report, station);
  }

  private void count(Continuation outcome) {
    Telemetry.Counter counter = counts.get(outcome);
    if (counter != null) {
      counter.add(1);
    }
  }
}
