package city.wayside.messages.envelope;

/// A place of IEEE 1609.2 §6.3, for one where the data were made.
///
/// @param latDeg latitude, -90 to 90, or `NaN` when the sender does not know it
/// @param lonDeg longitude, -180 to 180, or `NaN` when the sender does not know it
/// @param elevationM height above the WGS 84 ellipsoid, -409.5 to 6144
public record ThreeDLocation(double latDeg, double lonDeg, double elevationM) {

  private static final double LOWEST_M = -409.5;
  private static final double PER_M = 10;

  static ThreeDLocation read(ByteCursor in) throws Unreadable {
    return new ThreeDLocation(
        Degrees.latitude(in.int32("ThreeDLocation.latitude")),
        Degrees.longitude(in.int32("ThreeDLocation.longitude")),
        LOWEST_M + in.uint16("ThreeDLocation.elevation") / PER_M);
  }
}
