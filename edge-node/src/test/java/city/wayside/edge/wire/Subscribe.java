package city.wayside.edge.wire;

/// A SUBSCRIBE or UNSUBSCRIBE packet in the making. Nothing is checked.
public final class Subscribe {

  private final int packetId;
  private final Bytes subscribed = new Bytes();
  private final Bytes unsubscribed = new Bytes();
  private Props properties = Props.none();

  /// Without filters yet.
  public Subscribe(int packetId) {
    this.packetId = packetId;
  }

  /// A filter with its QoS, or with the whole octet of subscription options (MQTT 5 §3.8.3.1).
  public Subscribe filter(String filter, int options) {
    return filter(Bytes.utf8(filter), options);
  }

  /// A filter of these octets.
  public Subscribe filter(byte[] filter, int options) {
    subscribed.blob(filter).u8(options);
    unsubscribed.blob(filter);
    return this;
  }

  /// A filter to be given up.
  public Subscribe filter(String filter) {
    return filter(filter, 0);
  }

  /// The properties; for MQTT 5 alone.
  public Subscribe properties(Props some) {
    properties = some;
    return this;
  }

  /// The packet that subscribes.
  public byte[] subscribe(Version version) {
    return bytes(version, PacketType.SUBSCRIBE, subscribed);
  }

  /// The packet that ends subscriptions; without the options.
  public byte[] unsubscribe(Version version) {
    return bytes(version, PacketType.UNSUBSCRIBE, unsubscribed);
  }

  private byte[] bytes(Version version, PacketType type, Bytes filters) {
    Bytes body = new Bytes().u16(packetId);
    if (version.isMqtt5()) {
      body.raw(properties.section());
    }
    return Packets.packet(type.firstOctet(), body.raw(filters.toArray()).toArray());
  }
}
