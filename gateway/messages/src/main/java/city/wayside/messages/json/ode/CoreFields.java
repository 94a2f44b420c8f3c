package city.wayside.messages.json.ode;

import static city.wayside.messages.json.JsonCursor.ABSENT;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.messages.measure.Accuracy;
import city.wayside.messages.time.ItsTime;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import city.wayside.model.refusal.Refusal;

/// The core of a BSM (SAE J2735 BSMcoreData) while it is read. Speeds are in metres per second,
/// angles in degrees, lengths in metres. The ODE turns most marks of absence into `null`; those
/// that slip through as numbers of their unit are taken as absent too.
final class CoreFields {

  /// Four bytes in hexadecimal digits.
  private static final int ID_CHARS = 8;

  private static final int HEX = 16;

  /// Speed 8,191 in steps of 0.02.
  private static final double SPEED_UNAVAILABLE_MPS = 163.82;

  /// Heading 28,800 in steps of 0.0125.
  private static final double HEADING_UNAVAILABLE_DEG = 360;

  /// Axis 255 in steps of 0.05.
  private static final double AXIS_UNAVAILABLE_M = 12.75;

  private boolean isRead;
  private long stationId = ABSENT;
  private int secMark = ItsTime.SECOND_UNAVAILABLE;
  private boolean hasSecMark;
  private double latDeg = Double.NaN;
  private double lonDeg = Double.NaN;
  private boolean hasPosition;
  private double semiMajorM = Double.NaN;
  private double semiMinorM = Double.NaN;
  private double speedMps = Double.NaN;
  private double headingDeg = Double.NaN;

  /// Reads the object on which the cursor stands.
  void read(JsonCursor json) throws Rejection {
    isRead = true;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "id" -> stationId = readId(json);
        case "secMark" -> {
          secMark = json.count(0, ItsTime.SECOND_UNAVAILABLE);
          hasSecMark = true;
        }
        case "position" -> readPosition(json);
        case "accuracy" -> readAccuracy(json);
        case "speed" -> speedMps = number(json, SPEED_UNAVAILABLE_MPS, "metres per second");
        case "heading" -> headingDeg = number(json, HEADING_UNAVAILABLE_DEG, "degrees");
        default -> json.skip();
      }
    }
    json.require(stationId, "id");
    json.require(hasSecMark, "secMark");
    json.require(hasPosition, "position");
  }

  /// True when there was a core.
  boolean isRead() {
    return isRead;
  }

  /// The report.
  ///
  /// @param nearMs a time near the message, against which its second is resolved
  Report report(long nearMs) {
    long timeMs = ItsTime.unixMsOfSecond(secMark, nearMs);
    return new Report(
        stationId,
        StationType.UNKNOWN,
        MessageKind.BSM,
        timeMs == ItsTime.UNKNOWN_MS ? nearMs : timeMs,
        latDeg,
        lonDeg,
        speedMps,
        headingDeg,
        Accuracy.radiusOfSigmaM(semiMajorM, semiMinorM));
  }

  private static long readId(JsonCursor json) throws Rejection {
    String id = json.text(ID_CHARS);
    boolean isHex = id.chars().allMatch(digit -> Character.digit(digit, HEX) >= 0);
    // Digits of other scripts are digits to Java but none to the ODE.
    if (id.length() != ID_CHARS || !isHex || !id.chars().allMatch(digit -> digit < 0x80)) {
      throw json.refused(Refusal.MALFORMED, "must be " + ID_CHARS + " hexadecimal digits");
    }
    return Long.parseLong(id, HEX);
  }

  private void readPosition(JsonCursor json) throws Rejection {
    hasPosition = true;
    boolean hasLat = false;
    boolean hasLon = false;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "latitude" -> {
          latDeg = json.number(-90, 90, "degrees");
          hasLat = true;
        }
        case "longitude" -> {
          lonDeg = json.number(-180, 180, "degrees");
          hasLon = true;
        }
        default -> json.skip();
      }
    }
    json.require(hasLat, "latitude");
    json.require(hasLon, "longitude");
  }

  private void readAccuracy(JsonCursor json) throws Rejection {
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "semiMajor" -> semiMajorM = number(json, AXIS_UNAVAILABLE_M, "metres");
        case "semiMinor" -> semiMinorM = number(json, AXIS_UNAVAILABLE_M, "metres");
        default -> json.skip();
      }
    }
  }

  /// A number from 0 to below the mark of absence, which is the largest that may be sent.
  private static double number(JsonCursor json, double unavailable, String unit) throws Rejection {
    double value = json.number(0, unavailable, unit);
    return value == unavailable ? Double.NaN : value;
  }
}
