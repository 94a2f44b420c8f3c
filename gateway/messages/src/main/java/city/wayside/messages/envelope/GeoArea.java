package city.wayside.messages.envelope;

/// The area that a GeoBroadcast or GeoAnycast is meant for (ETSI EN 302 931 and EN 302 636-4-1
/// §9.8.5); whether it is a circle, a rectangle or an ellipse says the packet's type.
///
/// @param latDeg latitude of the centre, -90 to 90, or `NaN` for a value beyond
/// @param lonDeg longitude of the centre, -180 to 180, or `NaN` for a value beyond
/// @param distanceAM radius, or half the long side, or the long half-axis, in metres
/// @param distanceBM half the short side, or the short half-axis, in metres; 0 for a circle
/// @param azimuthDeg direction of the long side, clockwise from north
public record GeoArea(
    double latDeg, double lonDeg, int distanceAM, int distanceBM, int azimuthDeg) {

  static GeoArea read(ByteCursor in) throws Unreadable {
    return new GeoArea(
        Degrees.latitude(in.int32("GeoArea.latitude")),
        Degrees.longitude(in.int32("GeoArea.longitude")),
        in.uint16("GeoArea.distanceA"),
        in.uint16("GeoArea.distanceB"),
        in.uint16("GeoArea.angle"));
  }
}
