package city.wayside.edge.wire;

/// The packets by their place in the first octet (MQTT 5 §2.1.2); 0 is reserved.
public enum PacketType {
  RESERVED(0),
  CONNECT(0),
  CONNACK(0),
  PUBLISH(0),
  PUBACK(0),
  PUBREC(0),
  PUBREL(2),
  PUBCOMP(0),
  SUBSCRIBE(2),
  SUBACK(0),
  UNSUBSCRIBE(2),
  UNSUBACK(0),
  PINGREQ(0),
  PINGRESP(0),
  DISCONNECT(0),
  AUTH(0);

  private static final PacketType[] ALL = values();

  private final int flags;

  PacketType(int flags) {
    this.flags = flags;
  }

  /// The flags it must have; for PUBLISH those of a plain QoS 0 message.
  public int flags() {
    return flags;
  }

  /// Its legal first octet; for PUBLISH that of a plain QoS 0 message.
  public int firstOctet() {
    return ordinal() << 4 | flags;
  }

  /// The type that a first octet names.
  public static PacketType of(int firstOctet) {
    return ALL[firstOctet >> 4 & 0xF];
  }
}
