package city.wayside.model.area;

/// A position on the earth, WGS 84.
///
/// @param latDeg latitude, -90 to 90
/// @param lonDeg longitude, -180 to 180
public record GeoPoint(double latDeg, double lonDeg) {}
