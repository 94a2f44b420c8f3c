package city.wayside.road.network;

/// The ways across junctions. A city's table often ends its segments at the stop line and begins
/// the next ones behind the junction; a vehicle in between is on no segment. A connector is the
/// curve from the end of one segment to the start of another at the same node; it takes part in
/// matching but never in tallies.
final class Connectors {

  /// Ends that are nearer than this touch and need no connector.
  static final double TOUCH_M = 1;

  /// Farther ends belong to no junction, whatever the nodes say.
  static final double GAP_M_MAX = 200;

  /// How far the drawn inside of a junction may begin beside the segment that leads there: its
  /// lanes are drawn one by one.
  static final double DRAWN_LANE_M_MAX = 5;

  /// Successors of one segment; the nearest are kept.
  static final int SUCCESSORS_MAX = 32;

  /// A curve as a share of its chord: where a quarter circle has its control points.
  private static final double CONTROL_SHARE = 0.39;

  private static final double STRAIGHT_COS = Math.cos(Math.toRadians(10));
  private static final int CURVE_PIECES = 5;

  private final ShapesBuilder shapes;
  private final LocalPlane plane;

  Connectors(ShapesBuilder shapes, LocalPlane plane) {
    this.shapes = shapes;
    this.plane = plane;
  }

  /// Distance from the end of one segment to the start of another.
  double gapM(int from, int to) {
    int end = shapes.lastPoint(from);
    int start = shapes.firstPoint(to);
    return Math.hypot(eastM(start) - eastM(end), northM(start) - northM(end));
  }

  /// Adds the curve from one segment's end to another's start.
  ///
  /// @return its length
  double add(int from, int to) {
    int end = shapes.lastPoint(from);
    int start = shapes.firstPoint(to);
    double fromEastM = eastM(end);
    double fromNorthM = northM(end);
    double toEastM = eastM(start);
    double toNorthM = northM(start);
    double outEast = eastM(end) - eastM(end - 1);
    double outNorth = northM(end) - northM(end - 1);
    double inEast = eastM(start + 1) - eastM(start);
    double inNorth = northM(start + 1) - northM(start);
    double outM = Math.hypot(outEast, outNorth);
    double inM = Math.hypot(inEast, inNorth);
    double turnCos = (outEast * inEast + outNorth * inNorth) / (outM * inM);
    int pieces = turnCos > STRAIGHT_COS ? 1 : CURVE_PIECES;
    double reachM = CONTROL_SHARE * gapM(from, to);
    double[] latDeg = new double[pieces + 1];
    double[] lonDeg = new double[pieces + 1];
    for (int i = 0; i <= pieces; i++) {
      double t = (double) i / pieces;
      double eastM =
          bezier(
              t,
              fromEastM,
              fromEastM + outEast / outM * reachM,
              toEastM - inEast / inM * reachM,
              toEastM);
      double northM =
          bezier(
              t,
              fromNorthM,
              fromNorthM + outNorth / outM * reachM,
              toNorthM - inNorth / inM * reachM,
              toNorthM);
      latDeg[i] = plane.latDeg(northM);
      lonDeg[i] = plane.lonDeg(eastM);
    }
    return shapes.add(latDeg, lonDeg, Double.NaN);
  }

  private static double bezier(double t, double p0, double p1, double p2, double p3) {
    double s = 1 - t;
    return s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3;
  }

  private double eastM(int point) {
    return plane.eastM(shapes.lonDeg(point));
  }

  private double northM(int point) {
    return plane.northM(shapes.latDeg(point));
  }
}
