package city.wayside.road.match;

/// One report as the matcher weighs it, in metres of the plane; filled for each report.
final class Sample {

  private static final double POSITION_ERROR_M = 5;
  private static final double POSITION_ERROR_M_MAX = 30;

  /// Cost of driving against a link's direction; a right angle costs half of it.
  private static final double REVERSE_COST = 20;

  /// Below the first speed a heading says next to nothing, above the second it is right.
  private static final double HEADING_NOISE_MPS = 0.5;

  private static final double HEADING_SURE_MPS = 2;
  private static final double HEADING_WEIGHT_MIN = 0.05;

  /// A move at least this long shows the direction of travel where no heading is given.
  private static final double MOVE_SHOWS_HEADING_M = 8;

  /// Cost of lying well before a link's start or behind its end. Small against all else: it only
  /// says which of the links of one way it is.
  private static final double OVERRUN_COST_MAX = 3;

  private static final double OVERRUN_SQUARE_M2 = 2;

  /// Of a vehicle that stands the position says less about which side of the stop line it is on,
  /// because its error stays while it stands.
  private static final double OVERRUN_WEIGHT_STANDING = 0.2;

  private static final double JUNCTION_STANDING_COST = 1;
  private static final double STANDING_MPS = 1;
  private static final double ROLLING_MPS = 3;

  double eastM;
  double northM;
  private double headingEast;
  private double headingNorth;
  private double headingWeight;
  private double perSquareM;

  /// 1 for a vehicle that stands, 0 for one that drives.
  private double standing;

  void set(double positionEastM, double positionNorthM, double accuracyM, double speedMps) {
    eastM = positionEastM;
    northM = positionNorthM;
    headingWeight = 0;
    standing =
        speedMps < ROLLING_MPS
            ? Math.min(1, (ROLLING_MPS - speedMps) / (ROLLING_MPS - STANDING_MPS))
            : 0;
    // The 95 % circle of a two-dimensional normal distribution is 2.45 standard deviations wide.
    double errorM =
        accuracyM > 0
            ? Math.clamp(accuracyM / 2.45, POSITION_ERROR_M, POSITION_ERROR_M_MAX)
            : POSITION_ERROR_M;
    perSquareM = 1 / (2 * errorM * errorM);
  }

  void heading(double headingDeg, double speedMps) {
    double radians = Math.toRadians(headingDeg);
    headingEast = Math.sin(radians);
    headingNorth = Math.cos(radians);
    double sure =
        Double.isNaN(speedMps)
            ? 1
            : (speedMps - HEADING_NOISE_MPS) / (HEADING_SURE_MPS - HEADING_NOISE_MPS);
    headingWeight = Math.clamp(sure, HEADING_WEIGHT_MIN, 1.0) * REVERSE_COST / 2;
  }

  /// Takes the direction of travel from the way since an earlier position, if that is far enough.
  void headingFrom(double earlierEastM, double earlierNorthM) {
    double moveEastM = eastM - earlierEastM;
    double moveNorthM = northM - earlierNorthM;
    double moveM = Math.sqrt(moveEastM * moveEastM + moveNorthM * moveNorthM);
    if (moveM >= MOVE_SHOWS_HEADING_M) {
      headingEast = moveEastM / moveM;
      headingNorth = moveNorthM / moveM;
      headingWeight = REVERSE_COST / 4;
    }
  }

  double positionCost(double distanceM) {
    return distanceM * distanceM * perSquareM;
  }

  /// Cost of lying before a link's start or behind its end.
  double overrunCost(double overrunM) {
    double weight = 1 - standing * (1 - OVERRUN_WEIGHT_STANDING);
    return weight * Math.min(OVERRUN_COST_MAX, overrunM * overrunM / OVERRUN_SQUARE_M2);
  }

  /// Cost of being in a junction: vehicles stand before it rather than in it.
  double junctionCost() {
    return standing * JUNCTION_STANDING_COST;
  }

  double headingCost(double directionEast, double directionNorth) {
    return headingWeight * (1 - headingEast * directionEast - headingNorth * directionNorth);
  }
}
