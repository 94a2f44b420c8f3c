package city.wayside.kit.mqtt;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/// The packets that a client sends (MQTT 5 §3, MQTT 3.1.1 §3).
///
///     +------+------------------+-----------------+---------+
///     | type | remaining length | variable header | payload |
///     | u8   | 1 to 4 bytes     |                 |         |
///     +------+------------------+-----------------+---------+
final class Packets {

  static final int CONNACK = 2;
  static final int PUBLISH = 3;
  static final int PUBACK = 4;
  static final int SUBACK = 9;
  static final int PINGRESP = 13;
  static final int DISCONNECT = 14;

  private static final int CLEAN_START = 0x02;
  private static final int HAS_USERNAME = 0x80;
  private static final int HAS_PASSWORD = 0x40;

  private Packets() {}

  /// §3.1: a clean session without will.
  static Buffer connect(MqttTarget target, String clientId, int keepAliveS) {
    Buffer body = Buffer.buffer(64);
    text(body, "MQTT");
    int flags = CLEAN_START;
    if (target.username() != null) {
      flags |= HAS_USERNAME;
    }
    if (target.password() != null) {
      flags |= HAS_PASSWORD;
    }
    body.appendByte((byte) target.version().level()).appendByte((byte) flags);
    body.appendUnsignedShort(keepAliveS);
    noProperties(body, target.version());
    text(body, clientId);
    if (target.username() != null) {
      text(body, target.username());
    }
    if (target.password() != null) {
      text(body, target.password().value());
    }
    return packet(0x10, body);
  }

  /// §3.3: a message; `packetId` counts for QoS 1 only.
  static Buffer publish(MqttVersion version, byte[] topic, byte[] payload, int qos, int packetId) {
    int properties = version == MqttVersion.V5 ? 1 : 0;
    int length = 2 + topic.length + (qos > 0 ? 2 : 0) + properties + payload.length;
    Buffer packet = Buffer.buffer(5 + length).appendByte((byte) (0x30 | qos << 1));
    length(packet, length);
    packet.appendUnsignedShort(topic.length).appendBytes(topic);
    if (qos > 0) {
      packet.appendUnsignedShort(packetId);
    }
    noProperties(packet, version);
    return packet.appendBytes(payload);
  }

  /// §3.4: takes a message of the server.
  static Buffer pubAck(int packetId) {
    return Buffer.buffer(4)
        .appendByte((byte) 0x40)
        .appendByte((byte) 2)
        .appendUnsignedShort(packetId);
  }

  /// §3.8: one topic filter with QoS 1.
  static Buffer subscribe(MqttVersion version, int packetId, String filter) {
    Buffer body = Buffer.buffer(64).appendUnsignedShort(packetId);
    noProperties(body, version);
    text(body, filter);
    return packet(0x82, body.appendByte((byte) 1));
  }

  /// §3.12.
  static Buffer ping() {
    return Buffer.buffer(2).appendByte((byte) 0xC0).appendByte((byte) 0);
  }

  /// §3.14: the normal end, without will.
  static Buffer disconnect() {
    return Buffer.buffer(2).appendByte((byte) 0xE0).appendByte((byte) 0);
  }

  private static Buffer packet(int first, Buffer body) {
    Buffer packet = Buffer.buffer(5 + body.length()).appendByte((byte) first);
    length(packet, body.length());
    return packet.appendBuffer(body);
  }

  private static void noProperties(Buffer packet, MqttVersion version) {
    if (version == MqttVersion.V5) {
      packet.appendByte((byte) 0);
    }
  }

  private static void text(Buffer packet, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    packet.appendUnsignedShort(bytes.length).appendBytes(bytes);
  }

  /// §1.5.5: seven bits a byte, the lowest first; the top bit says that more follow.
  private static void length(Buffer packet, int length) {
    int rest = length;
    while (rest > 0x7F) {
      packet.appendByte((byte) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    packet.appendByte((byte) rest);
  }
}
