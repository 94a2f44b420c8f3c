package city.wayside.edge.wire;

/// The shorter packets that a client sends, and frames for any octets.
public final class Packets {

  private Packets() {}

  /// A packet of any first octet around any octets.
  public static byte[] packet(int firstOctet, byte[] body) {
    return claiming(firstOctet, body.length, body);
  }

  /// A packet that says it has another length than it has.
  public static byte[] claiming(int firstOctet, long lengthBytes, byte[] body) {
    return new Bytes().u8(firstOctet).varint(lengthBytes).raw(body).toArray();
  }

  /// PINGREQ.
  public static byte[] ping() {
    return Bytes.of(PacketType.PINGREQ.firstOctet(), 0);
  }

  /// DISCONNECT, the normal end.
  public static byte[] disconnect() {
    return Bytes.of(PacketType.DISCONNECT.firstOctet(), 0);
  }

  /// DISCONNECT of MQTT 5 with a reason code and properties.
  public static byte[] disconnect(int code, Props properties) {
    return coded(PacketType.DISCONNECT, code, properties);
  }

  /// AUTH of MQTT 5.
  public static byte[] auth(int code, Props properties) {
    return coded(PacketType.AUTH, code, properties);
  }

  /// PUBACK, PUBREC, PUBREL or PUBCOMP in its short form, which means success.
  public static byte[] ack(PacketType type, int packetId) {
    return packet(type.firstOctet(), new Bytes().u16(packetId).toArray());
  }

  /// The same with a reason code; for MQTT 5 alone.
  public static byte[] ack(PacketType type, int packetId, int code) {
    return packet(type.firstOctet(), new Bytes().u16(packetId).u8(code).toArray());
  }

  /// The same with properties.
  public static byte[] ack(PacketType type, int packetId, int code, Props properties) {
    return packet(
        type.firstOctet(), new Bytes().u16(packetId).u8(code).raw(properties.section()).toArray());
  }

  private static byte[] coded(PacketType type, int code, Props properties) {
    return packet(type.firstOctet(), new Bytes().u8(code).raw(properties.section()).toArray());
  }
}
