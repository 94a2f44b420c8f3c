package city.wayside.messages.translation;

import city.wayside.messages.Unpacked;
import city.wayside.messages.Unpacker;
import city.wayside.messages.vectors.Vectors;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.message.Decoded;
import city.wayside.model.message.Report;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/// What translation makes of bytes and of reference messages.
final class Translated {

  /// When all messages of these tests are received.
  static final long RECEIVED_MS = Instant.parse("2026-06-01T11:59:47.321Z").toEpochMilli();

  private Translated() {}

  static Decoded of(byte[] bytes) {
    return of(bytes, RECEIVED_MS);
  }

  static Decoded of(byte[] bytes, long receivedMs) {
    return switch (new Unpacker().unpack(bytes)) {
      case Unpacked.Rejected rejected -> new Decoded.Undecodable(rejected.refused());
      case Unpacked.Message message -> new Translator().translate(message, receivedMs);
    };
  }

  /// The bytes of the reference message with this id.
  static byte[] bytes(String file, String id) {
    for (JsonNode vector : Vectors.of(file)) {
      if (vector.get("id").asText().equals(id)) {
        return Vectors.bytes(vector);
      }
    }
    throw new IllegalArgumentException("no " + id + " in " + file);
  }

  static Report etsiReport(String id) {
    return (Report) of(bytes("etsi.jsonl", id));
  }

  /// The first event of a message.
  static RoadEvent event(byte[] bytes) {
    return ((Decoded.Events) of(bytes)).events().getFirst();
  }

  static RoadEvent etsiEvent(String id) {
    return event(bytes("etsi.jsonl", id));
  }
}
