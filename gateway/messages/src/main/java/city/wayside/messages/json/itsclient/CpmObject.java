package city.wayside.messages.json.itsclient;

import static city.wayside.messages.json.JsonCursor.ABSENT;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.messages.measure.Accuracy;
import city.wayside.messages.measure.Quantity;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;

/// A perceived object of a CPM while it is read. Its numbers stand in objects of their own in 1.0.x
/// and 2.1.x, directly in it in between.
final class CpmObject {

  private static final int OBJECT_ID_MAX = 65_535;
  private static final int DELTA_MAX_MS = 2048;
  private static final int CONFIDENCE_MAX = 4095;

  /// Confidences of 1.0.x end here; 101 is out of range, 102 unavailable.
  private static final int SHORT_CONFIDENCE_MAX = 102;

  private final CpmClass objectClass = new CpmClass();
  private long objectId = ABSENT;
  private long deltaMs = ABSENT;
  private double xM = Double.NaN;
  private double yM = Double.NaN;
  private boolean hasX;
  private boolean hasY;
  private double xConfidenceM = Double.NaN;
  private double yConfidenceM = Double.NaN;
  private double xMps = Double.NaN;
  private double yMps = Double.NaN;

  /// Reads the object on which the cursor stands.
  void read(JsonCursor json) throws Rejection {
    readFields(json);
    json.require(deltaMs != ABSENT, "measurement_delta_time");
    json.require(hasX, "x_distance");
    json.require(hasY, "y_distance");
  }

  /// False for what lies on the road but takes no part in traffic.
  boolean isTrafficParticipant() {
    return objectClass.isTrafficParticipant();
  }

  /// The object as a report.
  ///
  /// @param frame where it is given
  /// @param madeMs when the message was made
  /// @param unnamedId its id where the message gives it none
  /// @param isRelease2 true for TS 103 324, false for TR 103 562
  Report report(CpmFrame frame, long madeMs, long unnamedId, boolean isRelease2) {
    GeoPoint point = frame.at(xM, yM);
    double forwardMps = xMps + frame.originMps();
    double speedMps = Math.hypot(forwardMps, yMps);
    return new Report(
        objectId == ABSENT ? unnamedId : objectId,
        objectClass.type(isRelease2),
        MessageKind.CPM,
        madeMs + deltaMs,
        point.latDeg(),
        point.lonDeg(),
        speedMps,
        speedMps > 0 ? frame.headingDeg(forwardMps, yMps) : Double.NaN,
        Accuracy.radiusM(xConfidenceM, yConfidenceM) + frame.accuracyM());
  }

  private void readFields(JsonCursor json) throws Rejection {
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "object_id" -> objectId = json.whole(0, OBJECT_ID_MAX);
        case "time_of_measurement", "measurement_delta_time" ->
            deltaMs = json.whole(-DELTA_MAX_MS, DELTA_MAX_MS);
        case "distance", "speed", "velocity", "cartesian_velocity" -> readFields(json);
        case "x_distance" -> x(json.quantity(Quantity.DISTANCE));
        case "y_distance" -> y(json.quantity(Quantity.DISTANCE));
        case "position" -> readPosition(json);
        case "x_speed", "x_velocity" -> xMps = Measured.read(json, Quantity.SPEED_COMPONENT);
        case "y_speed", "y_velocity" -> yMps = Measured.read(json, Quantity.SPEED_COMPONENT);
        case "polar_velocity" -> readPolarVelocity(json);
        case "distance_confidence" -> readConfidence(json, SHORT_CONFIDENCE_MAX);
        case "confidence" -> readConfidence(json, CONFIDENCE_MAX);
        case "classification" -> objectClass.read(json);
        default -> json.skip();
      }
    }
  }

  private void x(double metres) {
    xM = metres;
    hasX = true;
  }

  private void y(double metres) {
    yM = metres;
    hasY = true;
  }

  private void readPosition(JsonCursor json) throws Rejection {
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "x_coordinate" -> {
          Coordinate coordinate = Coordinate.read(json);
          x(coordinate.metres());
          xConfidenceM = coordinate.confidenceM();
        }
        case "y_coordinate" -> {
          Coordinate coordinate = Coordinate.read(json);
          y(coordinate.metres());
          yConfidenceM = coordinate.confidenceM();
        }
        default -> json.skip();
      }
    }
  }

  /// A magnitude and a direction, which the standard counts from the x axis against the clock.
  private void readPolarVelocity(JsonCursor json) throws Rejection {
    double speedMps = Double.NaN;
    double directionDeg = Double.NaN;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "velocity_magnitude" -> speedMps = Measured.read(json, Quantity.SPEED);
        case "velocity_direction" -> directionDeg = Measured.read(json, Quantity.HEADING);
        default -> json.skip();
      }
    }
    xMps = speedMps * Math.cos(Math.toRadians(directionDeg));
    yMps = speedMps * Math.sin(Math.toRadians(directionDeg));
  }

  private void readConfidence(JsonCursor json, int max) throws Rejection {
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "x_distance" -> xConfidenceM = confidenceM(json.whole(0, max), max);
        case "y_distance" -> yConfidenceM = confidenceM(json.whole(0, max), max);
        default -> json.skip();
      }
    }
  }

  /// The two largest numbers are out of range and unavailable, and zero is no confidence.
  private static double confidenceM(long hundredths, int max) {
    return hundredths == 0 || hundredths >= max - 1 ? Double.NaN : hundredths / 100.0;
  }

  /// A coordinate of TS 103 324.
  private record Coordinate(double metres, double confidenceM) {

    static Coordinate read(JsonCursor json) throws Rejection {
      double metres = Double.NaN;
      double confidenceM = Double.NaN;
      boolean isThere = false;
      json.enterObject();
      String field;
      while ((field = json.nextField()) != null) {
        switch (field) {
          case "value" -> {
            metres = json.quantity(Quantity.COORDINATE);
            isThere = true;
          }
          case "confidence" -> confidenceM = json.quantity(Quantity.COORDINATE_CONFIDENCE);
          default -> json.skip();
        }
      }
      json.require(isThere, "value");
      return new Coordinate(metres, confidenceM);
    }
  }
}
