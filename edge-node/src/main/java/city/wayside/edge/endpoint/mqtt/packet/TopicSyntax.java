package city.wayside.edge.endpoint.mqtt.packet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What topic names and topic filters may look like (MQTT 5 §4.7 and §4.8).
final class TopicSyntax {

  private static final byte[] SHARE = "$share/".getBytes(StandardCharsets.US_ASCII);

  private TopicSyntax() {}

  /// Checks text that is well-formed already: a topic name has no wildcards.
  static void checkName(byte[] bytes, int from, int to, String field) throws BadPacket {
    if (Utf8.has(bytes, from, to, '+') || Utf8.has(bytes, from, to, '#')) {
      throw BadPacket.malformed(field + " has a wildcard");
    }
  }

  /// True for the filter of a shared subscription, which only MQTT 5 has.
  static boolean isShared(byte[] bytes, int from, int to) {
    int end = from + SHARE.length;
    return to >= end && Arrays.equals(bytes, from, end, SHARE, 0, SHARE.length);
  }

  /// Checks text that is well-formed already: where wildcards stand, and for MQTT 5 what a shared
  /// subscription says before its filter.
  static void checkFilter(byte[] bytes, int from, int to, MqttVersion version) throws BadPacket {
    int filterFrom = from;
    if (version == MqttVersion.V5 && isShared(bytes, from, to)) {
      filterFrom = afterShareName(bytes, from + SHARE.length, to);
    }
    if (filterFrom == to) {
      throw BadPacket.malformed("topic filter is empty");
    }
    for (int at = filterFrom; at < to; at++) {
      byte one = bytes[at];
      if (one == '#' || one == '+') {
        checkWildcard(bytes, filterFrom, at, to);
      }
    }
  }

  private static void checkWildcard(byte[] bytes, int from, int at, int to) throws BadPacket {
    boolean isFirstOfLevel = at == from || bytes[at - 1] == '/';
    boolean isLastOfLevel = at == to - 1 || (bytes[at] == '+' && bytes[at + 1] == '/');
    if (!isFirstOfLevel || !isLastOfLevel) {
      throw BadPacket.malformed(
          bytes[at] == '#'
              ? "topic filter has a # that is not its last level"
              : "topic filter has a + that is not a whole level");
    }
  }

  private static int afterShareName(byte[] bytes, int from, int to) throws BadPacket {
    int at = from;
    while (at < to && bytes[at] != '/') {
      if (bytes[at] == '#' || bytes[at] == '+') {
        throw BadPacket.malformed("share name has a wildcard");
      }
      at++;
    }
    if (at == from) {
      throw BadPacket.malformed("share name is empty");
    }
    if (at == to) {
      throw BadPacket.malformed("share name is not followed by a topic filter");
    }
    return at + 1;
  }
}
