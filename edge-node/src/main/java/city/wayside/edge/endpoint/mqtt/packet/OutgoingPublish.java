package city.wayside.edge.endpoint.mqtt.packet;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/// A message for clients (MQTT 5 §3.3), made ready once and written for each of them with what is
/// theirs alone: QoS, packet identifier, topic alias, subscription identifiers. Immutable; any
/// thread.
public final class OutgoingPublish {

  /// For a client that gave its subscriptions no identifier.
  public static final int[] NO_IDENTIFIERS = {};

  private static final int TOPIC_BYTES_MAX = 65_535;
  private static final int EXPIRY_BYTES = 5;
  private static final int ALIAS_BYTES = 3;

  private final boolean is5;
  private final byte[] topic;
  private final byte[] properties;
  private final byte[] payload;
  private final long messageExpiryS;

  private OutgoingPublish(
      boolean is5, byte[] topic, byte[] properties, byte[] payload, long messageExpiryS) {
    this.is5 = is5;
    this.topic = topic;
    this.properties = properties;
    this.payload = payload;
    this.messageExpiryS = messageExpiryS;
  }

  /// Makes a message ready for all clients of a version.
  ///
  /// @param topic a topic name, without wildcards
  /// @param payload not copied, and not to be changed
  /// @param said what goes with it in MQTT 5
  /// @throws IllegalArgumentException when the topic is empty or longer than a topic can be
  public static OutgoingPublish of(
      MqttVersion version, String topic, byte[] payload, MessageProperties said) {
    byte[] name = topic.getBytes(StandardCharsets.UTF_8);
    if (name.length == 0 || name.length > TOPIC_BYTES_MAX) {
      throw new IllegalArgumentException("a topic of " + name.length + " bytes");
    }
    boolean is5 = version == MqttVersion.V5;
    PropertyBytes properties = is5 ? properties(said) : PropertyBytes.NONE;
    return new OutgoingPublish(is5, name, properties.bytes(), payload, said.messageExpiryS());
  }

  private static PropertyBytes properties(MessageProperties said) {
    PropertyBytes all = PropertyBytes.NONE;
    if (said.payloadFormat() != MessageProperties.ABSENT) {
      all = all.with8(Property.PAYLOAD_FORMAT, said.payloadFormat());
    }
    if (said.contentType() != null) {
      all = all.withText(Property.CONTENT_TYPE, said.contentType());
    }
    if (said.responseTopic() != null) {
      all = all.withText(Property.RESPONSE_TOPIC, said.responseTopic());
    }
    byte[] correlationData = said.correlationData();
    if (correlationData != null) {
      all = all.withData(Property.CORRELATION_DATA, correlationData);
    }
    for (UserProperty user : said.userProperties()) {
      all = all.withUserProperty(user);
    }
    return all;
  }

  /// How many bytes [#write] writes for a client, to be compared with the longest packet it takes.
  public int sizeBytes(
      int qos, int topicAlias, boolean isTopicSent, int[] subscriptionIdentifiers) {
    int body =
        bodyBytes(
            qos,
            isTopicSent || topicAlias == 0,
            propertyBytes(topicAlias, subscriptionIdentifiers));
    return 1 + VariableLength.bytes(body) + body;
  }

  private int bodyBytes(int qos, boolean isNamed, int propertyBytes) {
    int section = is5 ? VariableLength.bytes(propertyBytes) + propertyBytes : 0;
    int name = isNamed || !is5 ? topic.length : 0;
    return 2 + name + (qos > 0 ? 2 : 0) + section + payload.length;
  }

  private int propertyBytes(int topicAlias, int[] subscriptionIdentifiers) {
    int count = properties.length;
    if (messageExpiryS != MessageProperties.ABSENT) {
      count += EXPIRY_BYTES;
    }
    if (topicAlias != 0) {
      count += ALIAS_BYTES;
    }
    for (int identifier : subscriptionIdentifiers) {
      count += 1 + VariableLength.bytes(identifier);
    }
    return count;
  }

  /// Writes the message for one client. What MQTT 3.1.1 does not have is left out for its clients.
  ///
  /// @param isDup whether it was sent before; never told at QoS 0
  /// @param packetId 1 to 65,535; does not count at QoS 0
  /// @param topicAlias 1 to 65,535, or 0 for none
  /// @param isTopicSent false when the client knows the alias already, so that it stands alone
  /// @param subscriptionIdentifiers of those of the client's subscriptions that match
  /// @param messageExpiryS after how many seconds from now nobody wants the message any more;
  ///   counts for a message that expires, or [MessageProperties#ABSENT] for as long as it was made
  ///   with
  public void write(
      ByteBuf out,
      int qos,
      boolean isDup,
      boolean isRetain,
      int packetId,
      int topicAlias,
      boolean isTopicSent,
      int[] subscriptionIdentifiers,
      long messageExpiryS) {
    boolean isNamed = isTopicSent || topicAlias == 0 || !is5;
    int propertyBytes = propertyBytes(topicAlias, subscriptionIdentifiers);
    int body = bodyBytes(qos, isNamed, propertyBytes);
    out.ensureWritable(1 + VariableLength.BYTES_MAX + body);
    out.writeByte(first(qos, isDup, isRetain));
    VariableLength.write(out, body);
    out.writeShort(isNamed ? topic.length : 0);
    if (isNamed) {
      out.writeBytes(topic);
    }
    if (qos > 0) {
      out.writeShort(packetId);
    }
    if (is5) {
      VariableLength.write(out, propertyBytes);
      writeProperties(out, topicAlias, subscriptionIdentifiers, messageExpiryS);
    }
    out.writeBytes(payload);
  }

  private static int first(int qos, boolean isDup, boolean isRetain) {
    return PacketType.PUBLISH.first()
        | qos << PacketType.QOS_SHIFT
        | (isDup && qos > 0 ? PacketType.DUP : 0)
        | (isRetain ? PacketType.RETAIN : 0);
  }

  private void writeProperties(
      ByteBuf out, int topicAlias, int[] subscriptionIdentifiers, long leftS) {
    if (messageExpiryS != MessageProperties.ABSENT) {
      out.writeByte(Property.MESSAGE_EXPIRY);
      out.writeInt((int) (leftS == MessageProperties.ABSENT ? messageExpiryS : leftS));
    }
    if (topicAlias != 0) {
      out.writeByte(Property.TOPIC_ALIAS).writeShort(topicAlias);
    }
    for (int identifier : subscriptionIdentifiers) {
      out.writeByte(Property.SUBSCRIPTION_IDENTIFIER);
      VariableLength.write(out, identifier);
    }
    out.writeBytes(properties);
  }
}
