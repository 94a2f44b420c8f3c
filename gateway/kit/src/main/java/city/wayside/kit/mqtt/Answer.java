package city.wayside.kit.mqtt;

import java.nio.charset.StandardCharsets;

/// What a server says of a connection as a whole, in CONNACK (MQTT 5 §3.2) and DISCONNECT (§3.14).
///
/// @param code the reason code, 0 for accepted and for a normal end
/// @param isSessionPresent whether the server still had the client's session; CONNACK only
/// @param receiveMax how many messages may be under way; CONNACK only
/// @param serverReference where to go instead; empty when it names no server
public record Answer(int code, boolean isSessionPresent, int receiveMax, String serverReference) {

  private static final int NO_LIMIT = 65_535;
  private static final int SERVER_REFERENCE = 0x1C;
  private static final int RECEIVE_MAXIMUM = 0x21;
  private static final int USE_ANOTHER_SERVER = 0x9C;
  private static final int SERVER_MOVED = 0x9D;

  /// True when the client is sent to another server, for now or for good, and told to which.
  public boolean isRedirect() {
    return (code == USE_ANOTHER_SERVER || code == SERVER_MOVED) && !serverReference.isEmpty();
  }

  static Answer of(int code) {
    return new Answer(code, false, NO_LIMIT, "");
  }

  /// Reads what follows: properties, if there are any.
  ///
  /// @throws IndexOutOfBoundsException when they are longer than the packet
  static Answer of(int code, boolean isSessionPresent, byte[] bytes, int from, int end) {
    int receiveMax = NO_LIMIT;
    String serverReference = "";
    int stop = from < end ? Fields.afterProperties(bytes, from, end) : end;
    int at = from < end ? Fields.afterLength(bytes, from) : end;
    while (at < stop) {
      int property = bytes[at++];
      if (property == RECEIVE_MAXIMUM) {
        receiveMax = Fields.number(bytes, at);
      } else if (property == SERVER_REFERENCE) {
        int length = Fields.number(bytes, at);
        serverReference = new String(bytes, at + 2, length, StandardCharsets.UTF_8);
      }
      at += lengthOf(property, bytes, at);
    }
    return new Answer(code, isSessionPresent, receiveMax, serverReference);
  }

  /// MQTT 5 §2.2.2.2, as far as these packets may have them.
  private static int lengthOf(int property, byte[] bytes, int at) {
    return switch (property) {
      case 0x24, 0x25, 0x28, 0x29, 0x2A -> 1;
      case 0x13, 0x21, 0x22 -> 2;
      case 0x11, 0x27 -> 4;
      case 0x26 -> {
        int name = 2 + Fields.number(bytes, at);
        yield name + 2 + Fields.number(bytes, at + name);
      }
      default -> 2 + Fields.number(bytes, at);
    };
  }
}
