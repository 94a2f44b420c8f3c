package city.wayside.edge.endpoint.mqtt.packet;

import java.util.ArrayList;
import java.util.List;

/// Reads SUBSCRIBE and UNSUBSCRIBE (MQTT 5 §3.8 and §3.10, MQTT 3.1.1 §3.8 and §3.10).
final class SubscriptionReader {

  private static final int QOS = 0x03;
  private static final int NO_LOCAL = 0x04;
  private static final int RETAIN_AS_PUBLISHED = 0x08;
  private static final int RETAIN_HANDLING_SHIFT = 4;
  private static final int RESERVED_5 = 0xC0;
  private static final int RESERVED_3_1_1 = 0xFC;

  private final int filtersMax;

  SubscriptionReader(PacketLimits limits) {
    this.filtersMax = limits.filtersMax();
  }

  Subscribe readSubscribe(FieldReader in, PropertyReader properties, MqttVersion version)
      throws BadPacket {
    int packetId = readHead(in, properties, version, Property.OF_SUBSCRIBE);
    int identifier = (int) properties.number(Property.SUBSCRIPTION_IDENTIFIER, 0);
    List<Subscription> subscriptions = new ArrayList<>();
    while (in.remaining() > 0) {
      requireRoom(subscriptions);
      subscriptions.add(readSubscription(in, version));
    }
    requireSome(subscriptions);
    return new Subscribe(packetId, identifier, subscriptions);
  }

  Unsubscribe readUnsubscribe(FieldReader in, PropertyReader properties, MqttVersion version)
      throws BadPacket {
    int packetId = readHead(in, properties, version, Property.OF_UNSUBSCRIBE);
    List<String> filters = new ArrayList<>();
    while (in.remaining() > 0) {
      requireRoom(filters);
      filters.add(in.stringSince(passFilter(in, version)));
    }
    requireSome(filters);
    return new Unsubscribe(packetId, filters);
  }

  private static int readHead(
      FieldReader in, PropertyReader properties, MqttVersion version, long allowed)
      throws BadPacket {
    int packetId = in.packetId();
    properties.none();
    if (version == MqttVersion.V5) {
      properties.read(in, allowed);
    }
    return packetId;
  }

  private void requireRoom(List<?> filters) throws BadPacket {
    if (filters.size() == filtersMax) {
      throw BadPacket.tooMany("topic filters", filtersMax);
    }
  }

  private static void requireSome(List<?> filters) throws BadPacket {
    if (filters.isEmpty()) {
      throw BadPacket.protocolError("has no topic filter");
    }
  }

  private static int passFilter(FieldReader in, MqttVersion version) throws BadPacket {
    int from = in.text("topic filter");
    TopicSyntax.checkFilter(in.bytes(), from, in.at(), version);
    return from;
  }

  private static Subscription readSubscription(FieldReader in, MqttVersion version)
      throws BadPacket {
    int from = passFilter(in, version);
    int to = in.at();
    String filter = in.stringSince(from);
    int options = in.u8("subscription options");
    checkOptions(options, version);
    boolean noLocal = (options & NO_LOCAL) != 0;
    // MQTT 3.1.1 has no such option, so that what looks like a shared subscription is none here.
    if (noLocal && TopicSyntax.isShared(in.bytes(), from, to)) {
      throw BadPacket.protocolError("has no local for a shared subscription");
    }
    return new Subscription(
        filter,
        options & QOS,
        noLocal,
        (options & RETAIN_AS_PUBLISHED) != 0,
        options >>> RETAIN_HANDLING_SHIFT);
  }

  private static void checkOptions(int options, MqttVersion version) throws BadPacket {
    boolean is5 = version == MqttVersion.V5;
    if ((options & (is5 ? RESERVED_5 : RESERVED_3_1_1)) != 0) {
      throw BadPacket.malformed("has reserved bits in its subscription options");
    }
    if ((options & QOS) == 3) {
      throw is5
          ? BadPacket.protocolError("has maximum QoS 3")
          : BadPacket.malformed("has requested QoS 3");
    }
    if (options >>> RETAIN_HANDLING_SHIFT == 3) {
      throw BadPacket.protocolError("has retain handling 3");
    }
  }
}
