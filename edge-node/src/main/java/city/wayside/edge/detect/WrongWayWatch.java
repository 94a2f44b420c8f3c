package city.wayside.edge.detect;

import city.wayside.model.area.GeoPoint;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationState;
import city.wayside.road.match.MatchedReport;
import city.wayside.road.network.LocalPlane;
import city.wayside.road.network.Nearby;
import city.wayside.road.network.Projection;
import city.wayside.road.network.RoadNetwork;

/// Judges of every report whether it goes against the road. What the matcher made of it only says
/// whether it is worth looking around: it must put every vehicle somewhere.
///
/// A report goes against the road when a segment is near that it is opposed to, and every other
/// road within reach of the error of positions is opposed to it as well. One that leads its way
/// explains everything; one that crosses makes the report say nothing.
final class WrongWayWatch {

  /// Headings that are no farther apart go the same way; the same as a cosine.
  private static final double SAME_WAY_DEG = 60;

  private static final double SAME_WAY = 0.5;
  private static final double FULL_TURN_DEG = 360;

  /// A road leads the same way for so far, or nearly so.
  private static final double STRAIGHT_M = 20;

  /// A vehicle moves where it heads when the way is so much along its heading, as a cosine.
  private static final double WHERE_IT_HEADS = 0.8;

  /// Within reach is what is nearer than this many times the accuracy, and so much for the road's
  /// own width.
  private static final double ACCURACIES = 2;

  private static final double ROAD_M = 5;
  private static final double LANE_M = 3.5;

  /// After a silence it begins anew.
  private static final long SILENT_MS = 10_000;

  private final WrongWayConfig config;
  private final RoadNetwork network;
  private final Board board;
  private final double opposed;

  /// Reused by each thread: looking around allocates nothing.
  private final ThreadLocal<Surroundings> around = ThreadLocal.withInitial(Surroundings::new);

  /// Where a report is, and what is around it.
  private static final class Surroundings {
    final Nearby nearby = new Nearby();
    final Projection projection = new Projection();
    double eastM;
    double northM;
    double headingEast;
    double headingNorth;

    /// The nearest segment that it is opposed to, and where on it.
    int segment;

    double offsetM;

    void set(LocalPlane plane, Report report) {
      eastM = plane.eastM(report.lonDeg());
      northM = plane.northM(report.latDeg());
      double radians = Math.toRadians(report.headingDeg());
      headingEast = Math.sin(radians);
      headingNorth = Math.cos(radians);
    }

    /// How much it goes along a road, as a cosine.
    double along(Projection point) {
      return headingEast * point.directionEast() + headingNorth * point.directionNorth();
    }
  }

  /// What a report says.
  private enum Verdict {
    EXPLAINED,
    NOTHING,
    OPPOSED
  }

  WrongWayWatch(WrongWayConfig config, RoadNetwork network, Board board) {
    this.config = config;
    this.network = network;
    this.board = board;
    this.opposed = Math.cos(Math.toRadians(config.opposedDeg()));
  }

  /// Takes a report.
  void see(MatchedReport matched, Motion motion) {
    Report report = matched.report();
    if (!(report.speedMps() >= config.speedMps()) || !report.hasHeading()) {
      return;
    }
    boolean leadsItsWay = leadsItsWay(matched, motion);
    boolean claims = report.accuracyM() > 0;
    if (leadsItsWay && !claims) {
      forget(report, motion);
      return;
    }
    Surroundings here = around.get();
    here.set(network.plane(), report);
    if (claims) {
      motion.wander.see(
          report.timeMs(),
          here.eastM,
          here.northM,
          report.speedMps() * here.headingEast,
          report.speedMps() * here.headingNorth);
    }
    Verdict verdict = judge(matched, leadsItsWay, motion.wander, here);
    if (motion.opposedCount > 0 && report.timeMs() - motion.opposedNewestMs > SILENT_MS) {
      forget(report, motion);
    }
    switch (verdict) {
      case EXPLAINED -> forget(report, motion);
      case NOTHING -> {}
      case OPPOSED -> count(report, motion, here);
    }
  }

  private void forget(Report report, Motion motion) {
    if (motion.opposedCount >= config.reportsMin()) {
      board.agree(report.stationId());
    }
    motion.opposedCount = 0;
  }

  private Verdict judge(
      MatchedReport matched, boolean leadsItsWay, Wander wander, Surroundings here) {
    double claimedM = matched.report().accuracyM();
    boolean claims = claimedM > 0;
    // Some receivers say that they are better than they are.
    double accuracyM = claims ? Math.max(claimedM, wander.accuracyM()) : 0;
    double reachM = ACCURACIES * accuracyM + ROAD_M;
    if (!claims || !wander.isKnown()) {
      reachM = Math.max(reachM, config.reachM());
    }
    if (leadsItsWay && isThere(matched, reachM, here)) {
      return Verdict.EXPLAINED;
    }
    return accuracyM > config.nearM() ? Verdict.NOTHING : lookAround(reachM, here);
  }

  /// True when the matcher has put it on a road that leads where it heads. It knows by how much the
  /// positions of this vehicle are off, which may be more than is looked around for here.
  private boolean leadsItsWay(MatchedReport matched, Motion motion) {
    int segment = matched.segmentIndex();
    if (segment == StationState.OFF_ROAD) {
      return false;
    }
    double offsetM = matched.offsetM();
    if (segment != motion.roadSegment || Math.abs(offsetM - motion.roadOffsetM) > STRAIGHT_M) {
      motion.roadSegment = segment;
      motion.roadOffsetM = offsetM;
      motion.roadHeadingDeg = network.headingDeg(segment, offsetM);
    }
    double apartDeg = Math.abs(matched.report().headingDeg() - motion.roadHeadingDeg);
    return Math.min(apartDeg, FULL_TURN_DEG - apartDeg) <= SAME_WAY_DEG;
  }

  /// True when it may be where the matcher has put it: where reports say that they are accurate,
  /// the road must be as near as that.
  private boolean isThere(MatchedReport matched, double reachM, Surroundings here) {
    int segment = matched.segmentIndex();
    double offsetM = matched.offsetM();
    double awayEastM = network.plane().eastM(network.lonDeg(segment, offsetM)) - here.eastM;
    double awayNorthM = network.plane().northM(network.latDeg(segment, offsetM)) - here.northM;
    double allowedM = reachM + LANE_M * network.lanes(segment);
    return awayEastM * awayEastM + awayNorthM * awayNorthM <= allowedM * allowedM;
  }

  private Verdict lookAround(double reachM, Surroundings here) {
    network.near(here.eastM, here.northM, Math.max(reachM, config.nearM()), here.nearby);
    Projection point = here.projection;
    double nearestM = Double.POSITIVE_INFINITY;
    boolean crosses = false;
    for (int i = 0; i < here.nearby.count(); i++) {
      int link = here.nearby.link(i);
      network.project(link, here.eastM, here.northM, point);
      double along = here.along(point);
      if (along >= SAME_WAY) {
        return Verdict.EXPLAINED;
      }
      if (along > opposed) {
        crosses = true;
      } else if (network.isSegment(link) && point.distanceM() < nearestM) {
        nearestM = point.distanceM();
        here.segment = link;
        here.offsetM = point.offsetM();
      }
    }
    return crosses || nearestM > config.nearM() ? Verdict.NOTHING : Verdict.OPPOSED;
  }

  private void count(Report report, Motion motion, Surroundings here) {
    if (motion.opposedCount == 0) {
      motion.opposedEastM = here.eastM;
      motion.opposedNorthM = here.northM;
      motion.opposedSinceMs = report.timeMs();
    }
    motion.opposedCount++;
    motion.opposedNewestMs = report.timeMs();
    double wayEastM = here.eastM - motion.opposedEastM;
    double wayNorthM = here.northM - motion.opposedNorthM;
    double wayM = Math.hypot(wayEastM, wayNorthM);
    if (motion.opposedCount < config.reportsMin() || wayM < config.wayM()) {
      return;
    }
    double alongM = wayEastM * here.headingEast + wayNorthM * here.headingNorth;
    if (alongM < WHERE_IT_HEADS * wayM) {
      return;
    }
    board.oppose(
        report.stationId(),
        new OpposedVehicle(
            here.segment,
            here.offsetM,
            new GeoPoint(report.latDeg(), report.lonDeg()),
            report.headingDeg(),
            report.speedMps(),
            motion.opposedSinceMs,
            report.timeMs(),
            motion.opposedCount,
            wayM,
            report.accuracyM() > 0));
  }
}
