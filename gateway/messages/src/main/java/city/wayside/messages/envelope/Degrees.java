package city.wayside.messages.envelope;

/// Angles in tenths of a microdegree, as GeoNetworking and IEEE 1609.2 write positions.
final class Degrees {

  private static final int LATITUDE_MAX = 900_000_000;
  private static final int LONGITUDE_MAX = 1_800_000_000;
  private static final double PER_DEGREE = 1e7;

  private Degrees() {}

  /// A latitude in degrees, or `NaN` for a value beyond the poles, such as 900000001 for none.
  static double latitude(int value) {
    return inRange(value, LATITUDE_MAX);
  }

  /// A longitude in degrees, or `NaN` for a value beyond 180, such as 1800000001 for none.
  static double longitude(int value) {
    return inRange(value, LONGITUDE_MAX);
  }

  private static double inRange(int value, int max) {
    return value < -max || value > max ? Double.NaN : value / PER_DEGREE;
  }
}
