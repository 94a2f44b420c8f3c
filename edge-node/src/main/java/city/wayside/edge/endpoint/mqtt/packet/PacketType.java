package city.wayside.edge.endpoint.mqtt.packet;

import org.jspecify.annotations.Nullable;

/// The kinds of packet, in the order of their numbers (MQTT 5 §2.1.2).
enum PacketType {
  RESERVED(0x00),
  CONNECT(0x10),
  CONNACK(0x20),
  PUBLISH(0x30),
  PUBACK(0x40),
  PUBREC(0x50),
  PUBREL(0x62),
  PUBCOMP(0x70),
  SUBSCRIBE(0x82),
  SUBACK(0x90),
  UNSUBSCRIBE(0xA2),
  UNSUBACK(0xB0),
  PINGREQ(0xC0),
  PINGRESP(0xD0),
  DISCONNECT(0xE0),
  AUTH(0xF0);

  /// Bits of PUBLISH in the first byte (§3.3.1).
  static final int DUP = 0x08;

  static final int RETAIN = 0x01;
  static final int QOS_SHIFT = 1;

  private static final PacketType[] ALL = values();
  private static final int FLAGS = 0x0F;

  private final int first;

  PacketType(int first) {
    this.first = first;
  }

  /// The type that a first byte names.
  static PacketType of(int first) {
    return ALL[first >>> 4 & FLAGS];
  }

  /// The first byte of this type, with the flags that the standard fixes (§2.1.3).
  int first() {
    return first;
  }

  /// The QoS in the first byte of a PUBLISH.
  static int qos(int first) {
    return first >>> QOS_SHIFT & 3;
  }

  /// Says what is wrong with the first byte of a packet that a client of this version sends, or of
  /// one whose version is not known yet: before CONNECT.
  static @Nullable BadPacket fault(int first, @Nullable MqttVersion version) {
    PacketType type = of(first);
    if (version == null && type != CONNECT) {
      return BadPacket.protocolError("must not come before CONNECT");
    }
    return switch (type) {
      case RESERVED -> BadPacket.malformed("is the forbidden packet type 0");
      case CONNACK, SUBACK, UNSUBACK, PINGRESP ->
          BadPacket.protocolError("is sent by servers only");
      case PUBLISH -> publishFault(first);
      case CONNECT -> version == null ? flagsFault(type, first) : secondConnect();
      case AUTH -> version == MqttVersion.V5 ? flagsFault(type, first) : unknownAuth();
      case PUBACK, PUBREC, PUBREL, PUBCOMP, SUBSCRIBE, UNSUBSCRIBE, PINGREQ, DISCONNECT ->
          flagsFault(type, first);
    };
  }

  private static @Nullable BadPacket flagsFault(PacketType type, int first) {
    return first == type.first()
        ? null
        : BadPacket.malformed(
            "has the flags " + (first & FLAGS) + ", must be " + (type.first() & FLAGS));
  }

  private static @Nullable BadPacket publishFault(int first) {
    int qos = qos(first);
    if (qos == 3) {
      return BadPacket.malformed("has QoS 3");
    }
    return qos == 0 && (first & DUP) != 0
        ? BadPacket.malformed("is marked as a duplicate at QoS 0")
        : null;
  }

  private static BadPacket secondConnect() {
    return BadPacket.protocolError("came already");
  }

  private static BadPacket unknownAuth() {
    return BadPacket.malformed("is not known to MQTT 3.1.1");
  }
}
