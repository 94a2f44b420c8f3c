package city.wayside.edge.uplink;

import city.wayside.edge.inbound.Inbound;
import city.wayside.edge.inbound.PauseListener;
import city.wayside.model.downlink.DownItem;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.flow.Uplink;
import city.wayside.model.flow.UplinkBatch;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.StationState;
import city.wayside.model.refusal.Refused;
import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Telemetry;
import city.wayside.model.traffic.SegmentTally;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gathers what event loops bring and sends it to the grid, one batch at a time.
///
/// Event loops call [#admitted], [#hazard] and [#follows]; one thread calls [#turn], again and
/// again, and everything else happens there. A batch that failed is sent again unchanged, with the
/// same sequence number, until it succeeds: the grid may have had it, and takes it only once.
public final class Batcher {

  private static final Logger LOG = LoggerFactory.getLogger(Batcher.class);

  /// A batch that the grid does not surely have yet.
  private record InFlight(UplinkBatch batch, Gathering gathering) {}

  /// How a try ended; the failure is absent when it was no failure.
  private record Outcome(@Nullable Throwable failure) {}

  private final UplinkConfig config;
  private final Uplink uplink;
  private final Supplier<List<SegmentTally>> changedTallies;
  private final InstantSource clock;
  private final String edgeId;
  private final String networkVersion;

  private final Telemetry.Counter stored;
  private final Telemetry.Counter failures;
  private final Telemetry.Histogram batchMessages;
  private final Telemetry.Histogram latencyS;

  private final Gatherings gatherings;

  /// Messages gathered or in flight.
  private final Rooms rooms;

  private volatile Runnable wake = () -> {};
  private volatile boolean isDraining;
  private final CompletableFuture<Void> drained = new CompletableFuture<>();

  // Written by whatever thread completes a try, read by the uplink's thread.
  private final AtomicReference<@Nullable Outcome> outcome = new AtomicReference<>();

  // Of the uplink's thread alone.
  private final Backoff backoff;
  private @Nullable InFlight inFlight;
  private boolean isSending;
  private Instant sentAt = Instant.EPOCH;
  private long sequence;

  /// A batcher with nothing gathered.
  ///
  /// @param changedTallies takes the tallies that changed since it was last asked; everything that
  ///   was tallied before the call must be in them
  /// @param edgeId unique for every start of an edge node
  /// @param networkVersion the road network that segment indexes refer to
  public Batcher(
      UplinkConfig config,
      Uplink uplink,
      Supplier<List<SegmentTally>> changedTallies,
      Telemetry telemetry,
      InstantSource clock,
      String edgeId,
      String networkVersion) {
    this.config = config;
    this.uplink = uplink;
    this.changedTallies = changedTallies;
    this.clock = clock;
    this.edgeId = edgeId;
    this.networkVersion = networkVersion;
    this.backoff = new Backoff(config.retryMsMin(), config.retryMsMax());
    this.gatherings = new Gatherings(config);
    this.rooms = new Rooms(config);
    this.stored = telemetry.counter(Metric.EDGE_MESSAGES_STORED, "");
    this.failures = telemetry.counter(Metric.EDGE_UPLINK_FAILURES, "");
    this.batchMessages = telemetry.histogram(Metric.EDGE_UPLINK_BATCH);
    this.latencyS = telemetry.histogram(Metric.EDGE_UPLINK_LATENCY);
    telemetry.gauge(Metric.EDGE_UPLINK_PENDING, "", this::pendingCount);
  }

  /// Has a thread woken whenever [#turn] has something to do before the interval is over.
  public void onWork(Runnable wakeUp) {
    wake = wakeUp;
  }

  /// Has a listener told when clients must not be read, and when they may be again.
  public void onPause(PauseListener listener) {
    rooms.onPause(listener);
  }

  /// True while clients must not be read, because the grid takes nothing. Any thread.
  public boolean mustPause() {
    return rooms.mustPause();
  }

  /// How many messages wait for the grid. Any thread.
  public int pendingCount() {
    return rooms.count();
  }

  /// How many messages wait beside the urgent ones, in percent of what may. Any thread.
  public int pendingPercent() {
    return rooms.ordinaryPercent();
  }

  /// Why no message of this kind can be taken now; nothing when one can. Any thread. Event loops
  /// that ask at the same moment may pass the limit by one message each.
  public @Nullable Refused refusal(MessageKind kind) {
    return rooms.refusal(kind.isUrgent());
  }

  /// Takes an admitted message. Its tally must have been added before. Any thread, within the
  /// station's lane, so that the states of one station come in order.
  ///
  /// @param state what is now known of its station
  public void admitted(Inbound inbound, StationState state) {
    boolean isDue = rooms.enter();
    gatherings.admitted(inbound, state);
    if (isDue) {
      wake.run();
    }
  }

  /// Takes an admitted message about events, which is sent at once: every event by itself, in the
  /// order of the calls. Any thread, within the lock of the events' memory.
  ///
  /// @param events what it tells
  /// @param downlink what clients are told of it
  public void hazard(Inbound inbound, List<RoadEvent> events, List<DownItem> downlink) {
    rooms.enterHazard(inbound.length());
    gatherings.hazard(inbound, events, downlink);
    wake.run();
  }

  /// Takes a message that brings nothing new but may be answered only when what was gathered so far
  /// is kept, because the one it repeats may be among it. Any thread.
  ///
  /// @return why it cannot wait for that; nothing when it does, or waits for no answer
  public @Nullable Refused follows(Inbound inbound) {
    if (!inbound.wantsAnswer()) {
      return null;
    }
    Refused tooMuch = rooms.refusal(false);
    if (tooMuch != null) {
      return tooMuch;
    }
    boolean isDue = rooms.enter();
    gatherings.follows(inbound);
    if (isDue) {
      wake.run();
    }
    return null;
  }

  /// Has everything sent without waiting for the interval, from now on. Any thread.
  ///
  /// @return done when nothing waits for the grid any more
  public CompletableFuture<Void> drain() {
    isDraining = true;
    wake.run();
    return drained;
  }

  /// Does what there is to do: ends the try that was answered, tries again, or sends the next
  /// batch. The uplink's thread only; never blocks.
  ///
  /// @return in how many milliseconds there is something to do again, unless it is woken before
  public long turn() {
    Outcome ended = outcome.getAndSet(null);
    if (ended != null) {
      isSending = false;
      end(ended);
    }
    rooms.review();
    long nowMs = clock.millis();
    if (isSending) {
      return config.flushIntervalMs();
    }
    InFlight again = inFlight;
    if (again != null) {
      if (backoff.isDue(nowMs)) {
        send(again.batch());
      }
      return config.flushIntervalMs();
    }
    Gathering next = gatherings.next(nowMs, isDraining);
    if (next == null) {
      if (isDraining && pendingCount() == 0) {
        drained.complete(null);
      }
      return gatherings.leftMs(nowMs);
    }
    if (next.isUrgent() && next.admittedCount() == 0) {
      // They only repeat what the grid has: nothing is under way.
      rooms.leave(next);
      next.acknowledgeAll();
      return 0;
    }
    UplinkBatch batch = batch(next);
    inFlight = new InFlight(batch, next);
    batchMessages.record(next.messagesCount());
    send(batch);
    return config.flushIntervalMs();
  }

  private UplinkBatch batch(Gathering next) {
    // Only now: what was tallied for the messages that were just taken is in these tallies.
    List<SegmentTally> tallies = next.isUrgent() ? List.of() : changedTallies.get();
    return new UplinkBatch(
        edgeId, ++sequence, networkVersion, next.states(), tallies, next.events(), next.downlink());
  }

  private void send(UplinkBatch batch) {
    isSending = true;
    sentAt = clock.instant();
    CompletionStage<Void> answer;
    try {
      answer = uplink.send(batch);
    } catch (RuntimeException failure) {
      answered(failure);
      return;
    }
    CompletionStage<Void> _ = answer.whenComplete((nothing, failure) -> answered(failure));
  }

  private void answered(@Nullable Throwable failure) {
    outcome.set(new Outcome(failure));
    wake.run();
  }

  private void end(Outcome ended) {
    InFlight answered = inFlight;
    if (answered == null) {
      throw new IllegalStateException("an answer without a batch");
    }
    Throwable failure = ended.failure();
    if (failure != null) {
      failures.add(1);
      if (!backoff.isFailing()) {
        LOG.warn(
            "The grid did not take batch {} ({} messages wait), trying again until it does: {}",
            answered.batch().sequence(),
            pendingCount(),
            failure.toString());
      }
      backoff.failed(clock.millis());
      return;
    }
    if (backoff.isFailing()) {
      LOG.info("The grid takes batches again, from {}", answered.batch().sequence());
    }
    backoff.succeeded();
    inFlight = null;
    latencyS.record(Duration.between(sentAt, clock.instant()).toNanos() / 1e9);
    stored.add(answered.gathering().admittedCount());
    rooms.leave(answered.gathering());
    answered.gathering().acknowledgeAll();
  }
}
