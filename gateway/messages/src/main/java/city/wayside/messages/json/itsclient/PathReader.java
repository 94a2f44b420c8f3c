package city.wayside.messages.json.itsclient;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.messages.measure.Quantity;
import city.wayside.model.area.GeoPoint;
import java.util.ArrayList;
import java.util.List;

/// Reads a chain of points, each given by its offset from the one before, and the first by its
/// offset from a position that may stand later in the message.
final class PathReader {

  /// An offset in degrees; `NaN` where it is marked as unavailable.
  record Step(double latDeg, double lonDeg) {}

  private PathReader() {}

  /// Reads an array of objects that have an offset in one of their fields.
  ///
  /// @param stepField the field's name
  /// @param countMax how many points there may be
  static List<Step> read(JsonCursor json, String stepField, int countMax) throws Rejection {
    List<Step> steps = new ArrayList<>();
    json.enterArray();
    while (json.nextElement(countMax)) {
      json.enterObject();
      String field;
      while ((field = json.nextField()) != null) {
        if (field.equals(stepField)) {
          steps.add(readStep(json));
        } else {
          json.skip();
        }
      }
    }
    return steps;
  }

  /// The points of a chain that starts at a position, without that position. It ends before the
  /// first point whose offset is not available, for no later one can be placed.
  static List<GeoPoint> points(GeoPoint start, List<Step> steps) {
    List<GeoPoint> points = new ArrayList<>(steps.size());
    double latDeg = start.latDeg();
    double lonDeg = start.lonDeg();
    for (Step step : steps) {
      latDeg = rounded(latDeg + step.latDeg);
      lonDeg = rounded(lonDeg + step.lonDeg);
      if (Double.isNaN(latDeg) || Double.isNaN(lonDeg)) {
        break;
      }
      points.add(new GeoPoint(latDeg, lonDeg));
    }
    return List.copyOf(points);
  }

  private static Step readStep(JsonCursor json) throws Rejection {
    double latDeg = Double.NaN;
    double lonDeg = Double.NaN;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "delta_latitude" -> latDeg = json.quantity(Quantity.DELTA_LATITUDE);
        case "delta_longitude" -> lonDeg = json.quantity(Quantity.DELTA_LONGITUDE);
        default -> json.skip();
      }
    }
    return new Step(latDeg, lonDeg);
  }

  /// Sums of decimals are rounded to the step of 1e-7, lest a long chain drifts off it.
  private static double rounded(double deg) {
    return Double.isNaN(deg) ? deg : Math.round(deg * 1e7) / 1e7;
  }
}
