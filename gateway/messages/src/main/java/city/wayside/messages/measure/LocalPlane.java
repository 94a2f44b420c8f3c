package city.wayside.messages.measure;

import city.wayside.model.area.GeoPoint;

/// A plane that touches the earth at one point: x to the east, y to the north, in metres (the "flat
/// earth projection" of SAE J2735 Position3D; the coordinate system of CPM objects). Within a
/// kilometre of the point it is off by less than a decimetre.
///
/// @param origin where it touches
public record LocalPlane(GeoPoint origin) {

  private static final double SEMI_MAJOR_M = 6_378_137.0;
  private static final double ECCENTRICITY_SQUARED = 6.694379990141e-3;

  /// The point at an offset; its coordinates are `NaN` when the origin's or the offset's are.
  public GeoPoint at(double eastM, double northM) {
    double latDeg = origin.latDeg() + Math.toDegrees(northM / meridianRadiusM());
    double lonDeg = origin.lonDeg() + Math.toDegrees(eastM / parallelRadiusM());
    if (lonDeg > 180) {
      lonDeg -= 360;
    } else if (lonDeg < -180) {
      lonDeg += 360;
    }
    return new GeoPoint(Math.clamp(latDeg, -90, 90), lonDeg);
  }

  /// How far a point lies to the east, in metres: the way back of [#at], across the antimeridian
  /// too.
  public double eastM(GeoPoint point) {
    double lonDeg = Math.IEEEremainder(point.lonDeg() - origin.lonDeg(), 360);
    return Math.toRadians(lonDeg) * parallelRadiusM();
  }

  /// How far a point lies to the north, in metres.
  public double northM(GeoPoint point) {
    return Math.toRadians(point.latDeg() - origin.latDeg()) * meridianRadiusM();
  }

  private double meridianRadiusM() {
    double w = squeeze();
    return SEMI_MAJOR_M * (1 - ECCENTRICITY_SQUARED) / (w * w * w);
  }

  private double parallelRadiusM() {
    return SEMI_MAJOR_M / squeeze() * Math.cos(Math.toRadians(origin.latDeg()));
  }

  private double squeeze() {
    double sin = Math.sin(Math.toRadians(origin.latDeg()));
    return Math.sqrt(1 - ECCENTRICITY_SQUARED * sin * sin);
  }
}
