package city.wayside.road.match;

import city.wayside.road.network.Projection;

/// One report as the matcher weighs it, in metres of the plane; filled for each report.
final class Sample {

  /// How far positions are off, as a standard deviation of each of their two parts, where the
  /// report does not say.
  private static final double POSITION_ERROR_M = 7;

  static final double ERROR_M2_USUAL = POSITION_ERROR_M * POSITION_ERROR_M;

  private static final double POSITION_ERROR_M_MIN = 1.5;
  private static final double POSITION_ERROR_M_MAX = 30;

  /// Of a normal distribution in two dimensions: what the circle that holds 95 % of all positions
  /// measures in standard deviations.
  private static final double DEVIATIONS_OF_95_PERCENT = 2.45;

  /// Cost of driving against a link's direction; a right angle costs half of it.
  private static final double REVERSE_COST = 20;

  /// Below the first speed a heading says next to nothing, above the second it is right.
  private static final double HEADING_NOISE_MPS = 0.5;

  private static final double HEADING_SURE_MPS = 2;
  private static final double HEADING_WEIGHT_MIN = 0.05;

  /// A move at least this long shows the direction of travel where no heading is given.
  private static final double MOVE_SHOWS_HEADING_M = 8;

  private static final double JUNCTION_STANDING_COST = 1;
  private static final double STANDING_MPS = 1;
  private static final double ROLLING_MPS = 3;

  double eastM;
  double northM;

  /// The variance of each part of the position.
  double errorM2;

  private double headingEast;
  private double headingNorth;
  private double headingWeight;

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
    double errorM =
        accuracyM > 0
            ? Math.clamp(
                accuracyM / DEVIATIONS_OF_95_PERCENT, POSITION_ERROR_M_MIN, POSITION_ERROR_M_MAX)
            : POSITION_ERROR_M;
    errorM2 = errorM * errorM;
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

  /// Distance from a point of a link.
  double distanceM(Projection point) {
    double awayEastM = eastM - point.eastM();
    double awayNorthM = northM - point.northM();
    return Math.sqrt(awayEastM * awayEastM + awayNorthM * awayNorthM);
  }

  /// How far it lies to the right of the road, seen from a point of it.
  double acrossM(Projection point) {
    return (eastM - point.eastM()) * point.directionNorth()
        - (northM - point.northM()) * point.directionEast();
  }

  /// Cost of being in a junction: vehicles stand before it rather than in it.
  double junctionCost() {
    return standing * JUNCTION_STANDING_COST;
  }

  /// Cost of heading elsewhere than the road does.
  double headingCost(Projection point) {
    return headingWeight
        * (1 - headingEast * point.directionEast() - headingNorth * point.directionNorth());
  }
}
