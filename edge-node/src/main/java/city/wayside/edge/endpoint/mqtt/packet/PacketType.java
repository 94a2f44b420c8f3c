package city.wayside.edge.endpoint.mqtt.packet;

import org.jspecify.annotations.Nullable;

/// The kinds of packet, in the order of their numbers (MQTT 5 §2.1.2).
enum PacketType {
  RESERVED,
  CONNECT,
  CONNACK,
  PUBLISH,
  PUBACK,
  PUBREC,
  PUBREL,
  PUBCOMP,
  SUBSCRIBE,
  SUBACK,
  UNSUBSCRIBE,
  UNSUBACK,
  PINGREQ,
  PINGRESP,
  DISCONNECT,
  AUTH;

  /// Bits of PUBLISH in the first byte (§3.3.1).
  static final int DUP = 0x08;

  static final int RETAIN = 0x01;
  static final int QOS_SHIFT = 1;

  private static final PacketType[] ALL = values();
  private static final int FLAGS = 0x0F;

  /// The type that a first byte names.
  static PacketType of(int first) {
    return ALL[first >>> 4 & FLAGS];
  }

  /// The first byte of this type, with the flags that the standard fixes (§2.1.3).
  int first() {
    int flags = this == PUBREL || this == SUBSCRIBE || this == UNSUBSCRIBE ? 0x02 : 0;
    return ordinal() << 4 | flags;
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
