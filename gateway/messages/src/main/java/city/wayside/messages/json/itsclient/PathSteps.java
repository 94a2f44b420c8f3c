package city.wayside.messages.json.itsclient;

import city.wayside.messages.measure.Quantity;
import city.wayside.model.area.GeoPoint;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Turns points into a chain of offsets, each from the point before. The chain ends before the
/// first point that is farther from the one before than an offset reaches (0.0131071 degrees, more
/// than a kilometre), and at the longest length there is.
final class PathSteps {

  private static final int ALTITUDE_UNAVAILABLE = 12_800;

  /// An offset in steps of 1e-7 degrees.
  record Step(long latitude, long longitude) {

    /// Writes it as the value of a field.
    void write(JsonGenerator json, String field) throws IOException {
      json.writeObjectFieldStart(field);
      json.writeNumberField("delta_latitude", latitude);
      json.writeNumberField("delta_longitude", longitude);
      json.writeNumberField("delta_altitude", ALTITUDE_UNAVAILABLE);
      json.writeEndObject();
    }

    boolean isReachable() {
      return Math.abs(latitude) < Quantity.DELTA_LATITUDE.wireMax()
          && Math.abs(longitude) < Quantity.DELTA_LONGITUDE.wireMax();
    }
  }

  private PathSteps() {}

  /// The offsets of a path that begins after its start.
  static List<Step> of(GeoPoint start, List<GeoPoint> points, int countMax) {
    List<Step> steps = new ArrayList<>();
    long latitude = Quantity.LATITUDE.wireOf(start.latDeg());
    long longitude = Quantity.LONGITUDE.wireOf(start.lonDeg());
    for (GeoPoint point : points) {
      long nextLatitude = Quantity.LATITUDE.wireOf(point.latDeg());
      long nextLongitude = Quantity.LONGITUDE.wireOf(point.lonDeg());
      Step step = new Step(nextLatitude - latitude, nextLongitude - longitude);
      if (steps.size() == countMax || !step.isReachable()) {
        break;
      }
      steps.add(step);
      latitude = nextLatitude;
      longitude = nextLongitude;
    }
    return steps;
  }
}
