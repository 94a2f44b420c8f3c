package city.wayside.edge.wire;

/// A PUBLISH packet in the making, QoS 0 unless told otherwise. Nothing is checked.
public final class Publish {

  private static final int DUP = 0x08;
  private static final int RETAIN = 0x01;

  private final byte[] topic;
  private final byte[] payload;
  private Props properties = Props.none();
  private int flags;
  private int packetId;

  /// A message on a topic.
  public Publish(String topic, byte[] payload) {
    this(Bytes.utf8(topic), payload);
  }

  /// A message whose topic is these octets.
  public Publish(byte[] topic, byte[] payload) {
    this.topic = topic.clone();
    this.payload = payload.clone();
  }

  /// With a QoS above 0 and a packet id.
  public Publish qos(int qos, int id) {
    flags = (flags & ~0x06) | (qos << 1);
    packetId = id;
    return this;
  }

  /// As one that was sent before.
  public Publish dup() {
    flags |= DUP;
    return this;
  }

  /// To be retained.
  public Publish retain() {
    flags |= RETAIN;
    return this;
  }

  /// The properties; for MQTT 5 alone.
  public Publish properties(Props some) {
    properties = some;
    return this;
  }

  /// The packet.
  public byte[] bytes(Version version) {
    Bytes body = new Bytes().blob(topic);
    if ((flags & 0x06) != 0) {
      body.u16(packetId);
    }
    if (version.isMqtt5()) {
      body.raw(properties.section());
    }
    return Packets.packet(PacketType.PUBLISH.firstOctet() | flags, body.raw(payload).toArray());
  }
}
