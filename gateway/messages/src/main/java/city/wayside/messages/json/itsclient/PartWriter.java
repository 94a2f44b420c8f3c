package city.wayside.messages.json.itsclient;

import city.wayside.messages.measure.Quantity;
import city.wayside.messages.time.ItsTime;
import city.wayside.model.signal.IntersectionKey;
import city.wayside.model.signal.PriorityRequest.Access;
import city.wayside.model.signal.PriorityRequest.AccessKind;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/// Writes the parts that several messages share. What the model does not have is written with the
/// mark that says so, where the schemas ask for the field.
final class PartWriter {

  /// Protocol version of the ETSI messages of release 2 and of the last of release 1.
  private static final int PROTOCOL_VERSION = 2;

  private static final int ALTITUDE_UNAVAILABLE = 800_001;
  private static final int ALTITUDE_CONFIDENCE_UNAVAILABLE = 15;
  private static final int CONFIDENCE_UNAVAILABLE = 127;

  private PartWriter() {}

  /// What all messages begin with.
  static void header(JsonGenerator json, long stationId) throws IOException {
    json.writeNumberField("protocol_version", PROTOCOL_VERSION);
    json.writeNumberField("station_id", stationId);
  }

  /// A position with a circle around it.
  static void position(
      JsonGenerator json, String field, double latDeg, double lonDeg, double accuracyM)
      throws IOException {
    long axis = Quantity.SEMI_AXIS.wireOf(accuracyM);
    json.writeObjectFieldStart(field);
    json.writeNumberField("latitude", Quantity.LATITUDE.wireOf(latDeg));
    json.writeNumberField("longitude", Quantity.LONGITUDE.wireOf(lonDeg));
    json.writeObjectFieldStart("position_confidence_ellipse");
    json.writeNumberField("semi_major", axis);
    json.writeNumberField("semi_minor", axis);
    json.writeNumberField("semi_major_orientation", 0);
    json.writeEndObject();
    valued(json, "altitude", ALTITUDE_UNAVAILABLE, ALTITUDE_CONFIDENCE_UNAVAILABLE);
    json.writeEndObject();
  }

  /// A quantity of unknown confidence.
  static void measured(JsonGenerator json, String field, Quantity quantity, double value)
      throws IOException {
    valued(json, field, quantity.wireOf(value), CONFIDENCE_UNAVAILABLE);
  }

  /// A number and its confidence.
  static void valued(JsonGenerator json, String field, long value, int confidence)
      throws IOException {
    json.writeObjectFieldStart(field);
    json.writeNumberField("value", value);
    json.writeNumberField("confidence", confidence);
    json.writeEndObject();
  }

  /// Which intersection; the region only when there is one.
  static void intersection(JsonGenerator json, String field, IntersectionKey key)
      throws IOException {
    json.writeObjectFieldStart(field);
    if (key.regionId() != 0) {
      json.writeNumberField("region", key.regionId());
    }
    json.writeNumberField("id", key.intersectionId());
    json.writeEndObject();
  }

  /// A way in or out; the schemas ask for all three numbers, so the others are 0.
  static void access(JsonGenerator json, String field, Access access) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeNumberField("lane", numberIf(access, AccessKind.LANE));
    json.writeNumberField("approach", numberIf(access, AccessKind.APPROACH));
    json.writeNumberField("connection", numberIf(access, AccessKind.CONNECTION));
    json.writeEndObject();
  }

  /// A minute of the year and a second in it, under these names; nothing for an unknown time.
  static void minuteAndSecond(JsonGenerator json, String minute, String second, long unixMs)
      throws IOException {
    if (unixMs != ItsTime.UNKNOWN_MS) {
      json.writeNumberField(minute, ItsTime.minuteOfUnixMs(unixMs));
      json.writeNumberField(second, ItsTime.secondOfUnixMs(unixMs));
    }
  }

  private static int numberIf(Access access, AccessKind kind) {
    return access.kind() == kind ? access.accessId() : 0;
  }
}
