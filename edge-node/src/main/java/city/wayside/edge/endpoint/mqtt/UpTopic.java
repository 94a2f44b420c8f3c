package city.wayside.edge.endpoint.mqtt;

import city.wayside.edge.inbound.Inbound;
import city.wayside.model.message.MessageKind;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import org.jspecify.annotations.Nullable;

/// What the topic of a PUBLISH says: `v1/up/{station}/{type}`.
sealed interface UpTopic {

  /// A topic of the tree.
  ///
  /// @param stationId the station, or [Inbound#STATION_IN_PAYLOAD] for `-`
  /// @param kind the kind of message
  record Up(long stationId, MessageKind kind) implements UpTopic {}

  /// A topic that nothing is taken on.
  ///
  /// @param refused why
  record Elsewhere(Refused refused) implements UpTopic {}

  /// The part before the station.
  String PREFIX = "v1/up/";

  /// More digits than any station id has, and still within 64 bits.
  int STATION_DIGITS_MAX = 18;

  /// Reads a topic, without taking it to pieces.
  static UpTopic parse(String topic) {
    int typeAt = topic.indexOf('/', PREFIX.length()) + 1;
    if (!topic.startsWith(PREFIX) || typeAt == 0) {
      return unknown("topic must be v1/up/{station}/{type}");
    }
    if (isRest(topic, typeAt, "batch")) {
      return new Elsewhere(
          new Refused(
              Refusal.UNSUPPORTED_TYPE,
              "type is batch, which this version does not decode; it decodes probe"));
    }
    MessageKind kind = kind(topic, typeAt);
    if (kind == null) {
      return unknown("the topic's type must be one of cam, denm, probe and the other known types");
    }
    long stationId = stationId(topic, typeAt - 1);
    if (stationId == NO_STATION) {
      return unknown("the topic's station must be a number from 0 to 4294967295, or -");
    }
    return new Up(stationId, kind);
  }

  /// Stands for a level that is no station.
  long NO_STATION = -2;

  private static long stationId(String topic, int end) {
    int start = PREFIX.length();
    int digits = end - start;
    if (digits == 1 && topic.charAt(start) == '-') {
      return Inbound.STATION_IN_PAYLOAD;
    }
    if (digits == 0 || digits > STATION_DIGITS_MAX) {
      return NO_STATION;
    }
    long stationId = 0;
    for (int at = start; at < end; at++) {
      int digit = topic.charAt(at) - '0';
      if (digit < 0 || digit > 9) {
        return NO_STATION;
      }
      stationId = 10 * stationId + digit;
    }
    return stationId;
  }

  private static @Nullable MessageKind kind(String topic, int typeAt) {
    for (MessageKind kind : Kinds.ALL) {
      if (isRest(topic, typeAt, kind.word())) {
        return kind;
      }
    }
    return null;
  }

  private static boolean isRest(String topic, int from, String word) {
    return topic.length() - from == word.length() && topic.startsWith(word, from);
  }

  private static UpTopic unknown(String reason) {
    return new Elsewhere(new Refused(Refusal.UNKNOWN_TOPIC, reason));
  }

  /// `values()` copies its array at every call.
  final class Kinds {
    private static final MessageKind[] ALL = MessageKind.values();

    private Kinds() {}
  }
}
