package city.wayside.edge.wire;

/// The packets by their place in the first octet (MQTT 5 §2.1.2); 0 is reserved.
public enum PacketType {
  RESERVED(0, 0),
  CONNECT(1, 0),
  CONNACK(2, 0),
  PUBLISH(3, 0),
  PUBACK(4, 0),
  PUBREC(5, 0),
  PUBREL(6, 2),
  PUBCOMP(7, 0),
  SUBSCRIBE(8, 2),
  SUBACK(9, 0),
  UNSUBSCRIBE(10, 2),
  UNSUBACK(11, 0),
  PINGREQ(12, 0),
  PINGRESP(13, 0),
  DISCONNECT(14, 0),
  AUTH(15, 0);

  private static final PacketType[] ALL = values();

  private final int code;
  private final int flags;

  PacketType(int code, int flags) {
    this.code = code;
    this.flags = flags;
  }

  /// How the first octet names it.
  public int code() {
    return code;
  }

  /// The flags it must have; for PUBLISH those of a plain QoS 0 message.
  public int flags() {
    return flags;
  }

  /// Its legal first octet; for PUBLISH that of a plain QoS 0 message.
  public int firstOctet() {
    return (code << 4) | flags;
  }

  /// The type that a first octet names.
  public static PacketType of(int firstOctet) {
    return ALL[(firstOctet >> 4) & 0xF];
  }
}
