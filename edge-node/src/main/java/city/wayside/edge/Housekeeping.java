package city.wayside.edge;

import city.wayside.edge.admit.AdmissionConfig;
import city.wayside.edge.admit.ClientQuotas;
import city.wayside.edge.station.StationLanes;
import city.wayside.model.traffic.SegmentTally;
import city.wayside.road.match.RoadMatcher;
import city.wayside.road.tally.TallyBoard;
import java.time.InstantSource;
import java.util.List;

/// Forgets what has grown old, a little at each turn. The thread `uplink` only.
final class Housekeeping {

  /// One lane of stations is swept this often.
  private static final long LANE_EVERY_MS = 100;

  /// Client quotas are swept, and old tallies forgotten, this often.
  private static final long REST_EVERY_MS = 5_000;

  private final StationLanes lanes;
  private final List<ClientQuotas> quotas;
  private final TallyBoard board;
  private final InstantSource clock;
  private final long tallyAgeMsMax;
  private long laneSweptMs;
  private long quotasSweptMs;
  private long talliesSweptMs;

  Housekeeping(
      StationLanes lanes,
      List<ClientQuotas> quotas,
      TallyBoard board,
      AdmissionConfig admission,
      InstantSource clock) {
    this.lanes = lanes;
    this.quotas = quotas;
    this.board = board;
    this.clock = clock;
    // The oldest report that is admitted may close a gap that began this much earlier.
    this.tallyAgeMsMax = admission.reportAgeMsMax() + RoadMatcher.GAP_MAX_MS;
  }

  /// Sweeps what is due.
  void turn() {
    long nowMs = clock.millis();
    if (nowMs - laneSweptMs >= LANE_EVERY_MS) {
      laneSweptMs = nowMs;
      lanes.sweepNextLane(nowMs);
    }
    if (nowMs - quotasSweptMs >= REST_EVERY_MS) {
      quotasSweptMs = nowMs;
      quotas.forEach(each -> each.sweep(nowMs));
    }
  }

  /// The tallies that changed. Old ones are forgotten only here, right after they were taken: while
  /// the grid is away, changes wait on the board however old they grow.
  List<SegmentTally> takeTallies() {
    List<SegmentTally> changed = board.takeChanged();
    long nowMs = clock.millis();
    if (nowMs - talliesSweptMs >= REST_EVERY_MS) {
      talliesSweptMs = nowMs;
      board.forgetBefore(nowMs - tallyAgeMsMax);
    }
    return changed;
  }
}
