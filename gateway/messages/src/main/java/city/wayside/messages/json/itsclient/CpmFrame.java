package city.wayside.messages.json.itsclient;

import city.wayside.messages.measure.LocalPlane;
import city.wayside.model.area.GeoPoint;

/// The frame in which a CPM gives its objects.
///
/// @param plane touches the earth at the sender's reference position
/// @param accuracyM how well that position is known; `NaN` when not given
/// @param axisDeg where its x axis points, clockwise from north; its y axis lies to the left of it
/// @param originMps how fast the frame moves along its x axis: speeds of objects are relative to
///   it; `NaN` when not known
record CpmFrame(LocalPlane plane, double accuracyM, double axisDeg, double originMps) {

  private static final int EAST_DEG = 90;

  /// The frame of TS 103 324, and of road-side units in TR 103 562: x to the east, y to the north.
  static CpmFrame eastAndNorth(GeoPoint origin, double accuracyM) {
    return new CpmFrame(new LocalPlane(origin), accuracyM, EAST_DEG, 0);
  }

  /// The frame of a vehicle in TR 103 562, by ISO 8855: x to its front, y to its left. A vehicle
  /// that reverses moves, and so heads, to its back.
  static CpmFrame ofVehicle(
      GeoPoint origin, double accuracyM, double headingDeg, double speedMps, boolean isBackward) {
    return new CpmFrame(
        new LocalPlane(origin),
        accuracyM,
        isBackward ? headingDeg + 180 : headingDeg,
        isBackward ? -speedMps : speedMps);
  }

  /// The point at these coordinates.
  GeoPoint at(double xM, double yM) {
    return plane.at(east(xM, yM), north(xM, yM));
  }

  /// The direction of a vector, clockwise from north, 0 to below 360.
  double headingDeg(double x, double y) {
    double deg = Math.toDegrees(Math.atan2(east(x, y), north(x, y)));
    // Rounding may take a hair west of north to 360 itself.
    return deg < 0 ? (deg + 360) % 360 : deg;
  }

  private double east(double x, double y) {
    double axis = Math.toRadians(axisDeg);
    return x * Math.sin(axis) - y * Math.cos(axis);
  }

  private double north(double x, double y) {
    double axis = Math.toRadians(axisDeg);
    return x * Math.cos(axis) + y * Math.sin(axis);
  }
}
