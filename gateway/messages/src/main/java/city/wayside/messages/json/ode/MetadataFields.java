package city.wayside.messages.json.ode;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.messages.time.ItsTime;
import city.wayside.model.refusal.Refusal;
import java.time.DateTimeException;
import java.time.Instant;

/// The times of a record's metadata while they are read.
final class MetadataFields {

  private static final int TIME_CHARS_MAX = 48;

  /// Older versions put the zone behind the time.
  private static final String ZONE = "[UTC]";

  private long generatedMs = ItsTime.UNKNOWN_MS;
  private long receivedByOdeMs = ItsTime.UNKNOWN_MS;

  /// Reads the object on which the cursor stands.
  void read(JsonCursor json) throws Rejection {
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "recordGeneratedAt" -> generatedMs = readTime(json);
        case "odeReceivedAt" -> receivedByOdeMs = readTime(json);
        default -> json.skip();
      }
    }
  }

  /// The best time near the message: when it was recorded, which for a log may be long before the
  /// ODE received it; else when the ODE received it; else when it was received here.
  long timeMs(long receivedMs) {
    if (generatedMs != ItsTime.UNKNOWN_MS) {
      return generatedMs;
    }
    return receivedByOdeMs != ItsTime.UNKNOWN_MS ? receivedByOdeMs : receivedMs;
  }

  private static long readTime(JsonCursor json) throws Rejection {
    if (json.isNull()) {
      return ItsTime.UNKNOWN_MS;
    }
    String text = json.text(TIME_CHARS_MAX);
    if (text.isEmpty()) {
      return ItsTime.UNKNOWN_MS;
    }
    try {
      String utc = text.endsWith(ZONE) ? text.substring(0, text.length() - ZONE.length()) : text;
      return Instant.parse(utc).toEpochMilli();
    } catch (DateTimeException | ArithmeticException notATime) {
      throw json.refused(Refusal.MALFORMED, "must be a time such as 2024-12-10T17:30:48.095Z");
    }
  }
}
