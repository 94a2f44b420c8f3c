package city.wayside.road.network;

/// Metres east and north of a city's middle: equirectangular, true in its middle latitude, and good
/// to about 0.6 % fifty kilometres north or south of it.
///
/// @param originLatDeg latitude of the middle
/// @param originLonDeg longitude of the middle
/// @param eastMPerDeg metres in a degree of longitude
public record LocalPlane(double originLatDeg, double originLonDeg, double eastMPerDeg) {

  /// Metres in a degree of latitude, of a sphere with the earth's mean radius (IUGG, 6371.0088 km).
  public static final double NORTH_M_PER_DEG = Math.PI / 180 * 6_371_008.8;

  /// The plane around a middle.
  public static LocalPlane around(double originLatDeg, double originLonDeg) {
    double shrink = Math.max(0.01, Math.cos(Math.toRadians(originLatDeg)));
    return new LocalPlane(originLatDeg, originLonDeg, NORTH_M_PER_DEG * shrink);
  }

  /// Metres east of the middle.
  public double eastM(double lonDeg) {
    return (lonDeg - originLonDeg) * eastMPerDeg;
  }

  /// Metres north of the middle.
  public double northM(double latDeg) {
    return (latDeg - originLatDeg) * NORTH_M_PER_DEG;
  }

  /// The latitude that lies so many metres north.
  public double latDeg(double northM) {
    return originLatDeg + northM / NORTH_M_PER_DEG;
  }

  /// The longitude that lies so many metres east.
  public double lonDeg(double eastM) {
    return originLonDeg + eastM / eastMPerDeg;
  }
}
