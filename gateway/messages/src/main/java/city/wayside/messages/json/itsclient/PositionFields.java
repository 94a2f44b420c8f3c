package city.wayside.messages.json.itsclient;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.messages.measure.Accuracy;
import city.wayside.messages.measure.Quantity;
import city.wayside.model.area.GeoPoint;

/// A position and its accuracy while they are read, wherever a version puts them:
///
/// | versions | ellipse |
/// |---|---|
/// | 1.x, 2.0.x | in an object `confidence` beside the position; axes end in `_confidence` |
/// | DENM 2.1.0 | the same, in the position |
/// | CAM 2.1.0 | in the position; axes end in `_confidence` |
/// | newer | in the position; axes `semi_major` and `semi_minor` |
final class PositionFields {

  private double latDeg = Double.NaN;
  private double lonDeg = Double.NaN;
  private double semiMajorM = Double.NaN;
  private double semiMinorM = Double.NaN;

  /// The position; its coordinates are `NaN` when marked as unavailable.
  GeoPoint point() {
    return new GeoPoint(latDeg, lonDeg);
  }

  /// Radius of the 95 % confidence circle; `NaN` when not given.
  double accuracyM() {
    return Accuracy.radiusM(semiMajorM, semiMinorM);
  }

  /// Reads an object with latitude and longitude, which must both be there.
  void readPosition(JsonCursor json) throws Rejection {
    boolean hasLat = false;
    boolean hasLon = false;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "latitude" -> {
          latDeg = json.quantity(Quantity.LATITUDE);
          hasLat = true;
        }
        case "longitude" -> {
          lonDeg = json.quantity(Quantity.LONGITUDE);
          hasLon = true;
        }
        case "confidence" -> readConfidence(json);
        case "position_confidence_ellipse" -> readEllipse(json);
        default -> json.skip();
      }
    }
    json.require(hasLat, "latitude");
    json.require(hasLon, "longitude");
  }

  /// Reads an object of confidences, of which the position's ellipse is one.
  void readConfidence(JsonCursor json) throws Rejection {
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      if (field.equals("position_confidence_ellipse")) {
        readEllipse(json);
      } else {
        json.skip();
      }
    }
  }

  private void readEllipse(JsonCursor json) throws Rejection {
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "semi_major", "semi_major_confidence" ->
            semiMajorM = json.quantity(Quantity.SEMI_AXIS);
        case "semi_minor", "semi_minor_confidence" ->
            semiMinorM = json.quantity(Quantity.SEMI_AXIS);
        default -> json.skip();
      }
    }
  }
}
