package city.wayside.kit.mqtt;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// The packets that a client sends (MQTT 5 §3, MQTT 3.1.1 §3).
///
///     +------+------------------+-----------------+---------+
///     | type | remaining length | variable header | payload |
///     | u8   | 1 to 4 bytes     |                 |         |
///     +------+------------------+-----------------+---------+
public final class Packets {

  static final int CONNACK = 2;
  static final int PUBLISH = 3;
  static final int PUBACK = 4;
  static final int SUBACK = 9;
  static final int PINGRESP = 13;
  static final int DISCONNECT = 14;

  private static final int CLEAN_START = 0x02;
  private static final int WILL = 0x04;
  private static final int WILL_QOS_SHIFT = 3;
  private static final int WILL_RETAIN = 0x20;
  private static final int HAS_PASSWORD = 0x40;
  private static final int HAS_USERNAME = 0x80;
  private static final int SESSION_EXPIRY = 0x11;
  private static final int WILL_DELAY = 0x18;

  private Packets() {}

  /// §3.1.
  public static byte[] connect(
      MqttTarget target, String clientId, MqttSession session, int keepAliveS) {
    Body body = new Body();
    body.text("MQTT");
    body.one(target.version().level());
    body.one(connectFlags(target, session));
    body.two(keepAliveS);
    body.seconds(target.version(), SESSION_EXPIRY, session.expiryS());
    body.text(clientId);
    MqttWill will = session.will();
    if (will != null) {
      body.seconds(target.version(), WILL_DELAY, will.delayS());
      body.text(will.topic());
      body.two(will.payload().length);
      body.writeBytes(will.payload());
    }
    if (target.username() != null) {
      body.text(target.username());
    }
    if (target.password() != null) {
      body.text(target.password().value());
    }
    return packet(0x10, body);
  }

  private static int connectFlags(MqttTarget target, MqttSession session) {
    int flags = session.isCleanStart() ? CLEAN_START : 0;
    MqttWill will = session.will();
    if (will != null) {
      flags |= WILL | will.qos() << WILL_QOS_SHIFT | (will.isRetained() ? WILL_RETAIN : 0);
    }
    if (target.username() != null) {
      flags |= HAS_USERNAME;
    }
    if (target.password() != null) {
      flags |= HAS_PASSWORD;
    }
    return flags;
  }

  /// §3.3: a message; `packetId` counts for QoS 1 only.
  public static byte[] publish(
      MqttVersion version, byte[] topic, byte[] payload, int qos, int packetId) {
    int properties = version == MqttVersion.V5 ? 1 : 0;
    int length = 2 + topic.length + (qos > 0 ? 2 : 0) + properties + payload.length;
    byte[] packet = new byte[1 + lengthBytes(length) + length];
    packet[0] = (byte) (0x30 | qos << 1);
    int at = putLength(packet, 1, length);
    at = putTwo(packet, at, topic.length);
    System.arraycopy(topic, 0, packet, at, topic.length);
    at += topic.length;
    if (qos > 0) {
      at = putTwo(packet, at, packetId);
    }
    // Where there are properties there are none: their length is 0.
    System.arraycopy(payload, 0, packet, at + properties, payload.length);
    return packet;
  }

  /// §3.4: takes a message of the server.
  public static byte[] pubAck(int packetId) {
    return new byte[] {0x40, 2, (byte) (packetId >> 8), (byte) packetId};
  }

  /// §3.8: one topic filter.
  ///
  /// @param qos the highest in which messages are wanted, 0 or 1
  public static byte[] subscribe(MqttVersion version, int packetId, String filter, int qos) {
    Body body = new Body();
    body.two(packetId);
    body.noProperties(version);
    body.text(filter);
    body.one(qos);
    return packet(0x82, body);
  }

  /// §3.12.
  public static byte[] ping() {
    return new byte[] {(byte) 0xC0, 0};
  }

  /// §3.14: the normal end, without will.
  public static byte[] disconnect() {
    return new byte[] {(byte) 0xE0, 0};
  }

  private static byte[] packet(int first, Body body) {
    int length = body.size();
    byte[] packet = new byte[1 + lengthBytes(length) + length];
    packet[0] = (byte) first;
    int at = putLength(packet, 1, length);
    System.arraycopy(body.toByteArray(), 0, packet, at, length);
    return packet;
  }

  private static int putTwo(byte[] packet, int at, int number) {
    packet[at] = (byte) (number >> 8);
    packet[at + 1] = (byte) number;
    return at + 2;
  }

  private static int lengthBytes(int length) {
    return length < 1 << 7 ? 1 : length < 1 << 14 ? 2 : length < 1 << 21 ? 3 : 4;
  }

  /// §1.5.5: seven bits a byte, the lowest first; the top bit says that more follow.
  private static int putLength(byte[] packet, int from, int length) {
    int at = from;
    int rest = length;
    while (rest > 0x7F) {
      packet[at++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    packet[at++] = (byte) rest;
    return at;
  }

  /// What comes after the remaining length.
  private static final class Body extends ByteArrayOutputStream {

    void one(int number) {
      write(number);
    }

    void two(int number) {
      write(number >> 8);
      write(number);
    }

    void text(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      two(bytes.length);
      writeBytes(bytes);
    }

    void noProperties(MqttVersion version) {
      if (version == MqttVersion.V5) {
        one(0);
      }
    }

    /// Properties that are one duration, or none when it is 0, which is what their absence means.
    void seconds(MqttVersion version, int property, long seconds) {
      if (version != MqttVersion.V5 || seconds == 0) {
        noProperties(version);
        return;
      }
      one(5);
      one(property);
      two((int) (seconds >> 16));
      two((int) seconds);
    }
  }
}
