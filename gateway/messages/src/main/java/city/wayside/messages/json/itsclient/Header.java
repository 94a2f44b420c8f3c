package city.wayside.messages.json.itsclient;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.model.message.Report;

/// What the messages of all kinds begin with, while one is read.
final class Header {

  private static final int PROTOCOL_VERSION_MAX = 255;

  private final long envelopeMs;
  private long stationId = JsonCursor.ABSENT;

  /// @param envelopeMs when the sender made the message
  Header(long envelopeMs) {
    this.envelopeMs = envelopeMs;
  }

  /// When the sender made the message, by its envelope, milliseconds since 1970.
  long envelopeMs() {
    return envelopeMs;
  }

  /// The sending station, once the message was read.
  long stationId() {
    return stationId;
  }

  /// Reads a field that all messages have, and skips any other.
  void read(String field, JsonCursor json) throws Rejection {
    switch (field) {
      case "station_id" -> stationId = json.whole(0, Report.STATION_ID_MAX);
      case "protocol_version" -> json.whole(0, PROTOCOL_VERSION_MAX);
      default -> json.skip();
    }
  }

  /// Refuses the message that was just read to its end, unless it named its station.
  void requireStation(JsonCursor json) throws Rejection {
    json.require(stationId, "station_id");
  }
}
