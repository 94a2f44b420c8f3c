package city.wayside.adapters.datex2;

import city.wayside.road.network.Segment;

/// Directions in the words of DATEX II's DirectionEnum.
final class Compass {

  private static final String[] EIGHTHS = {
    "northBound",
    "northEastBound",
    "eastBound",
    "southEastBound",
    "southBound",
    "southWestBound",
    "westBound",
    "northWestBound"
  };

  private static final double EIGHTH_DEG = 45;

  /// Shorter than this from start to end, a segment leads back to where it came from: about a
  /// metre.
  private static final double APART_DEG_MIN = 1e-5;

  private Compass() {}

  /// Where a segment leads, from its start to its end; `unknown` for one that ends where it began.
  static String direction(Segment segment) {
    int last = segment.latDeg().length - 1;
    double northDeg = segment.latDeg()[last] - segment.latDeg()[0];
    double midRad = Math.toRadians((segment.latDeg()[last] + segment.latDeg()[0]) / 2);
    double eastDeg = (segment.lonDeg()[last] - segment.lonDeg()[0]) * Math.cos(midRad);
    if (!(Math.hypot(northDeg, eastDeg) >= APART_DEG_MIN)) {
      return "unknown";
    }
    double bearingDeg = Math.toDegrees(Math.atan2(eastDeg, northDeg));
    return EIGHTHS[Math.floorMod(Math.round(bearingDeg / EIGHTH_DEG), EIGHTHS.length)];
  }
}
