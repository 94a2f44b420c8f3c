package city.wayside.edge.detect;

import city.wayside.model.message.Report;
import city.wayside.model.message.StationState;
import city.wayside.model.telemetry.Telemetry;
import city.wayside.road.match.MatchedReport;
import city.wayside.road.match.Passages;
import city.wayside.road.network.RoadNetwork;
import org.jspecify.annotations.Nullable;

/// Finds hazards in traffic: looks at every matched report for what is unusual about it, and
/// reviews now and then what all of that comes to.
///
/// A report of a vehicle that drives as others do costs some hundred nanoseconds and leaves nothing
/// behind. What is unusual is kept on a bounded board.
public final class Detector {

  /// A vehicle that was fast no longer ago than this has come fast.
  private static final long CAME_FAST_MS = 30_000;

  /// A slow vehicle is slow until it is so much faster.
  private static final double FASTER = 1.5;

  /// Braking is measured over no less, so that noise of speeds is none, and no more: what happened
  /// in a longer gap is not known.
  private static final long PACE_MS_MIN = 500;

  private static final long PACE_MS_MAX = 1500;
  private static final double MS_PER_S = 1000;

  private final DetectionConfig config;
  private final RoadNetwork network;
  private final Board board;
  private final WrongWayWatch wrongWays;
  private final Reviews reviews;

  /// A detector that has seen nothing.
  public Detector(DetectionConfig config, RoadNetwork network, Telemetry telemetry) {
    this.config = config;
    this.network = network;
    this.board = new Board(network.segmentCount(), config, telemetry);
    this.wrongWays = new WrongWayWatch(config.wrongWay(), network, board);
    this.reviews = new Reviews(config, network, board, telemetry);
  }

  /// Looks at a report. Any thread, within the station's lane.
  ///
  /// @param motion what is remembered of its station
  public void see(MatchedReport matched, Motion motion) {
    Report report = matched.report();
    if (!report.type().isRoadVehicle() || !report.hasSpeed()) {
      return;
    }
    if (config.braking().isEnabled()) {
      seeBraking(matched, motion);
    }
    if (config.wrongWay().isEnabled()) {
      wrongWays.see(matched, motion);
    }
    if (config.stopped().isEnabled() || config.queue().isEnabled()) {
      seeSpeed(matched, motion);
    }
  }

  /// Reviews what is due, and tells what is new. One thread.
  public void turn(long nowMs, EventTeller teller) {
    reviews.turn(nowMs, teller);
  }

  private void seeBraking(MatchedReport matched, Motion motion) {
    Report report = matched.report();
    long sinceMs = motion.paceMs == Motion.NEVER_MS ? 0 : report.timeMs() - motion.paceMs;
    if (motion.paceMs != Motion.NEVER_MS && sinceMs < PACE_MS_MIN) {
      return;
    }
    if (sinceMs >= PACE_MS_MIN && sinceMs <= PACE_MS_MAX) {
      double decelerationMps2 = (motion.paceMps - report.speedMps()) / sinceMs * MS_PER_S;
      if (decelerationMps2 >= config.braking().decelerationMps2()
          && motion.paceMps >= config.braking().fromMps()
          && matched.segmentIndex() != StationState.OFF_ROAD) {
        board.brake(
            new Braking(
                report.stationId(),
                matched.segmentIndex(),
                matched.offsetM(),
                report.timeMs(),
                decelerationMps2));
      }
    }
    motion.paceMs = report.timeMs();
    motion.paceMps = report.speedMps();
  }

  private void seeSpeed(MatchedReport matched, Motion motion) {
    Report report = matched.report();
    int segment = matched.segmentIndex();
    double speedMps = report.speedMps();
    double slowMps = config.slow().speedMps();
    SlowVehicle known = motion.slow;
    boolean isSlow =
        segment != StationState.OFF_ROAD
            && speedMps <= (known == null ? slowMps : FASTER * slowMps);
    if (known != null && (!isSlow || known.segment != segment)) {
      board.leave(known);
      motion.slow = null;
      known = null;
    }
    if (isSlow) {
      if (known == null
          || !board.move(known, report.timeMs(), matched.offsetM(), report.speedMps())) {
        motion.slow = enter(matched, motion);
      }
    } else if (segment != StationState.OFF_ROAD) {
      drive(matched, motion);
    }
  }

  private @Nullable SlowVehicle enter(MatchedReport matched, Motion motion) {
    Report report = matched.report();
    boolean cameFast =
        motion.fastMs != Motion.NEVER_MS && report.timeMs() - motion.fastMs <= CAME_FAST_MS;
    SlowVehicle slow =
        new SlowVehicle(
            matched.segmentIndex(), report.type(), report.timeMs(), motion.drivenM, cameFast);
    slow.move(report.timeMs(), matched.offsetM(), report.speedMps());
    return board.enter(slow) ? slow : null;
  }

  /// A vehicle that drives, past others where these stand.
  private void drive(MatchedReport matched, Motion motion) {
    double limitMps = network.speedLimitMps(matched.segmentIndex());
    if (limitMps >= config.queue().limitMpsMin()
        && matched.report().speedMps() >= config.queue().arrivalShare() * limitMps) {
      motion.fastMs = matched.report().timeMs();
    }
    Passages passages = matched.passages();
    for (int piece = 0; piece < passages.count(); piece++) {
      motion.drivenM += passages.toM(piece) - passages.fromM(piece);
      Scene scene = board.scene(passages.segmentIndex(piece));
      if (scene != null) {
        double allowedMps = network.speedLimitMps(passages.segmentIndex(piece));
        double leastMps = config.stopped().passMps();
        double passMps =
            Double.isNaN(allowedMps)
                ? leastMps
                : Math.max(leastMps, config.stopped().passShare() * allowedMps);
        scene.pass(passages, piece, passMps);
      }
    }
  }
}
