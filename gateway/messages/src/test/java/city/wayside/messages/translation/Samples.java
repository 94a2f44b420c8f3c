package city.wayside.messages.translation;

import city.wayside.messages.MessageFormat;
import city.wayside.messages.MessageFormats;
import city.wayside.messages.Standard;
import city.wayside.messages.Unpacked;
import city.wayside.messages.Unpacker;
import city.wayside.messages.canonical.CanonicalJson;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.vectors.Vectors;
import city.wayside.model.message.Decoded;
import city.wayside.model.signal.IntersectionMap;
import city.wayside.model.signal.PriorityRequest;
import city.wayside.model.signal.PriorityStatus;
import city.wayside.model.signal.SignalState;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/// Messages of signalled intersections to translate: of the field, or written as JSON.
final class Samples {

  private Samples() {}

  /// Milliseconds since 1970 of a time such as `2026-06-01T12:00:00Z`.
  static long ms(String time) {
    return Instant.parse(time).toEpochMilli();
  }

  /// The bytes of the message with this id.
  static byte[] vector(String file, String id) {
    return Vectors.bytes(
        Vectors.of(file).stream()
            .filter(vector -> vector.get("id").asText().equals(id))
            .findFirst()
            .orElseThrow());
  }

  static List<JsonNode> vectors(String file, List<String> messages) {
    return Vectors.of(file).stream()
        .filter(vector -> messages.contains(vector.get("message").asText()))
        .toList();
  }

  static byte[] spat(Standard standard, String content) {
    return pack(standard, standard == Standard.ETSI ? "spatem" : "spat", "spat", "SPAT", content);
  }

  static byte[] map(Standard standard, String content) {
    return pack(standard, standard == Standard.ETSI ? "mapem" : "map", "map", "MapData", content);
  }

  static byte[] srm(Standard standard, String content) {
    String word = standard == Standard.ETSI ? "srem" : "srm";
    return pack(standard, word, "srm", "SignalRequestMessage", content);
  }

  static byte[] ssm(Standard standard, String content) {
    String word = standard == Standard.ETSI ? "ssem" : "ssm";
    return pack(standard, word, "ssm", "SignalStatusMessage", content);
  }

  private static byte[] pack(
      Standard standard, String word, String etsiField, String saeType, String content) {
    MessageFormat format = MessageFormats.of(standard, word, 0).orElseThrow();
    String text =
        standard == Standard.ETSI
            ? "{\"header\":{\"protocolVersion\":2,\"messageID\":%d,\"stationID\":7},\"%s\":%s}"
                .formatted(format.messageId(), etsiField, content)
            : "{\"messageId\":%d,\"value\":{\"%s\":%s}}"
                .formatted(format.messageId(), saeType, content);
    try {
      return CanonicalJson.pack(format, text.replace('\'', '"'));
    } catch (Malformed malformed) {
      throw new IllegalArgumentException(malformed.reason(), malformed);
    }
  }

  static Unpacked.Message unpack(byte[] bytes) {
    return switch (new Unpacker().unpack(bytes)) {
      case Unpacked.Message message -> message;
      case Unpacked.Rejected rejected -> throw new IllegalArgumentException(rejected.toString());
    };
  }

  static List<SignalState> signals(byte[] bytes, long receivedMs) {
    Unpacked.Message message = unpack(bytes);
    Decoded decoded = new SpatTranslation(message.format().standard()).read(message, receivedMs);
    return ((Decoded.Signals) decoded).signals();
  }

  static List<IntersectionMap> maps(byte[] bytes) {
    Unpacked.Message message = unpack(bytes);
    Decoded decoded = new MapTranslation(message.format().standard()).read(message, 0);
    return ((Decoded.Maps) decoded).maps();
  }

  static List<PriorityRequest> requests(byte[] bytes, long receivedMs) {
    Unpacked.Message message = unpack(bytes);
    Decoded decoded = new RequestTranslation(message.format().standard()).read(message, receivedMs);
    return ((Decoded.PriorityRequests) decoded).requests();
  }

  static List<PriorityStatus> statuses(byte[] bytes, long receivedMs) {
    Unpacked.Message message = unpack(bytes);
    Decoded decoded = new StatusTranslation(message.format().standard()).read(message, receivedMs);
    return ((Decoded.PriorityStatuses) decoded).statuses();
  }

  /// Any message by the translation of its kind.
  static Decoded read(Unpacked.Message message, long receivedMs) {
    Standard standard = message.format().standard();
    return switch (message.format().word()) {
      case "spatem", "spat" -> new SpatTranslation(standard).read(message, receivedMs);
      case "mapem", "map" -> new MapTranslation(standard).read(message, receivedMs);
      case "srem", "srm" -> new RequestTranslation(standard).read(message, receivedMs);
      case "ssem", "ssm" -> new StatusTranslation(standard).read(message, receivedMs);
      default -> throw new IllegalArgumentException(message.format().word());
    };
  }

  static byte[] bytes(Packed packed) {
    return switch (packed) {
      case Packed.Bytes sent -> sent.bytes();
      case Packed.Unpackable unpackable ->
          throw new IllegalArgumentException(unpackable.toString());
    };
  }
}
