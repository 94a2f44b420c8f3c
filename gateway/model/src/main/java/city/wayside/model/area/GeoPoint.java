package city.wayside.model.area;

/// A position on the earth, WGS 84.
///
/// @param latDeg latitude, -90 to 90
/// @param lonDeg longitude, -180 to 180
public record GeoPoint(double latDeg, double lonDeg) {

  /// Whether both are in range; false where one is `NaN`, which stands for not known.
  public boolean isPosition() {
    return Math.abs(latDeg) <= 90 && Math.abs(lonDeg) <= 180;
  }
}
