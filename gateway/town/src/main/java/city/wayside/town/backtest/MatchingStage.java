package city.wayside.town.backtest;

import city.wayside.edge.admit.Admission;
import city.wayside.edge.admit.AdmissionConfig;
import city.wayside.edge.admit.Admitting;
import city.wayside.edge.station.StationLane;
import city.wayside.edge.station.StationLanes;
import city.wayside.model.client.ClientRole;
import city.wayside.model.client.Grant;
import city.wayside.model.client.SpeaksFor;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationState;
import city.wayside.model.refusal.Refusal;
import city.wayside.road.match.MatchedReport;
import city.wayside.road.match.RoadMatcher;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.tally.TallyBoard;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// Admit, match, tally: what an edge node does with a decoded report, without its endpoints. Any
/// thread; reports of one station from one thread, in order.
final class MatchingStage {

  private static final Grant SPEAKER =
      new Grant("backtest", ClientRole.RSU, SpeaksFor.EVERYONE, Double.MAX_VALUE);

  private final Admission admission;
  private final StationLanes lanes;
  private final RoadMatcher matcher;
  private final TallyBoard board;
  private final LongAdder admitted = new LongAdder();
  private final LongAdder offRoad = new LongAdder();
  private final LongAdder judged = new LongAdder();
  private final LongAdder right = new LongAdder();
  private final Map<Refusal, LongAdder> refused = new EnumMap<>(Refusal.class);

  MatchingStage(RoadNetwork network, TallyBoard board, AdmissionConfig config) {
    this.admission = new Admission(config);
    this.lanes = new StationLanes(config.stationsCountMax(), config.stationIdleMsMax());
    this.matcher = new RoadMatcher(network);
    this.board = board;
    for (Refusal code : Refusal.values()) {
      refused.put(code, new LongAdder());
    }
  }

  /// Takes one row; its own time is the time of receipt.
  void take(Row row) {
    Report report = row.report();
    StationLane lane = lanes.of(report.stationId());
    lane.lock();
    try {
      switch (admission.admit(SPEAKER, report, lane, report.timeMs())) {
        case Admitting.Rejected rejected -> count(rejected.refused().code());
        case Admitting.Admitted taken -> {
          MatchedReport matched = matcher.match(taken.station().trajectory(), taken.report());
          board.add(matched);
          admitted.increment();
          if (matched.segmentIndex() == StationState.OFF_ROAD) {
            offRoad.increment();
          }
          if (row.trueSegment() != Row.UNKNOWN) {
            judged.increment();
            if (matched.segmentIndex() == row.trueSegment()) {
              right.increment();
            }
          }
        }
      }
    } finally {
      lane.unlock();
    }
  }

  private void count(Refusal code) {
    LongAdder adder = refused.get(code);
    if (adder != null) {
      adder.increment();
    }
  }

  /// How many reports were let in.
  long admittedCount() {
    return admitted.sum();
  }

  /// How many of those lie on no segment.
  long offRoadCount() {
    return offRoad.sum();
  }

  /// How many of those are known to be on a certain segment.
  long judgedCount() {
    return judged.sum();
  }

  /// How many of those were put on that segment.
  long rightCount() {
    return right.sum();
  }

  /// How many reports were turned away, by code; only codes that occurred.
  Map<Refusal, Long> refusedCounts() {
    Map<Refusal, Long> counts = new EnumMap<>(Refusal.class);
    refused.forEach((code, adder) -> {
      if (adder.sum() > 0) {
        counts.put(code, adder.sum());
      }
    });
    return counts;
  }
}
