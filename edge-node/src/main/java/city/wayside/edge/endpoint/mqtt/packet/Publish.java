package city.wayside.edge.endpoint.mqtt.packet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message that a client publishes (MQTT 5 §3.3), where it lies. One object serves all messages
/// of an event loop: it is valid until the call that hands it over returns.
public final class Publish {

  private static final byte[] NOTHING = {};

  private final PropertyReader properties;
  private final boolean isPayloadFormatChecked;
  private byte[] bytes = NOTHING;
  private int topicOffset;
  private int topicLength;
  private int payloadOffset;
  private int payloadLength;
  private int first;
  private int packetId;

  Publish(PropertyReader properties, PacketLimits limits) {
    this.properties = properties;
    this.isPayloadFormatChecked = limits.isPayloadFormatChecked();
  }

  /// Reads a PUBLISH whose first byte was checked.
  void read(int firstByte, FieldReader in, MqttVersion version) throws BadPacket {
    bytes = in.bytes();
    first = firstByte;
    topicOffset = in.name("topic name");
    topicLength = in.at() - topicOffset;
    packetId = qos() > 0 ? in.packetId() : 0;
    if (version == MqttVersion.V5) {
      properties.read(in, Property.OF_PUBLISH);
      if (properties.has(Property.SUBSCRIPTION_IDENTIFIER)) {
        throw BadPacket.protocolError("has a subscription identifier");
      }
    } else {
      properties.none();
    }
    if (topicLength == 0 && topicAlias() == 0) {
      throw BadPacket.protocolError("topic name is empty");
    }
    payloadOffset = in.at();
    payloadLength = in.remaining();
    if (isPayloadFormatChecked && !isPayloadWellFormed()) {
      throw new BadPacket(ReasonCode.PAYLOAD_FORMAT_INVALID, "payload is not UTF-8");
    }
  }

  /// The array that holds the packet. It is read only.
  public byte[] bytes() {
    return bytes;
  }

  /// Where the topic name begins.
  public int topicOffset() {
    return topicOffset;
  }

  /// How many bytes the topic name has; 0 where the topic alias stands for it.
  public int topicLength() {
    return topicLength;
  }

  /// Where the payload begins.
  public int payloadOffset() {
    return payloadOffset;
  }

  /// How many bytes the payload has.
  public int payloadLength() {
    return payloadLength;
  }

  /// 0 to 2.
  public int qos() {
    return PacketType.qos(first);
  }

  /// True when the client may have sent it before.
  public boolean isDup() {
    return (first & PacketType.DUP) != 0;
  }

  /// True when the message is to be retained.
  public boolean isRetain() {
    return (first & PacketType.RETAIN) != 0;
  }

  /// 1 to 65,535, or 0 at QoS 0.
  public int packetId() {
    return packetId;
  }

  /// 1 to 65,535, or 0 for none.
  public int topicAlias() {
    return (int) properties.number(Property.TOPIC_ALIAS, 0);
  }

  /// After how many seconds nobody wants the message any more, or [MessageProperties#ABSENT].
  public long messageExpiryS() {
    return properties.number(Property.MESSAGE_EXPIRY, MessageProperties.ABSENT);
  }

  /// 1 for text in UTF-8, 0 for anything, [MessageProperties#ABSENT] for not said.
  public int payloadFormat() {
    return (int) properties.number(Property.PAYLOAD_FORMAT, MessageProperties.ABSENT);
  }

  /// False for a payload that says it is text and is none: not well-formed UTF-8.
  public boolean isPayloadWellFormed() {
    return payloadFormat() != MessageProperties.FORMAT_TEXT
        || Utf8.isWellFormed(bytes, payloadOffset, payloadOffset + payloadLength);
  }

  /// The topic name as a new string.
  public String topic() {
    return new String(bytes, topicOffset, topicLength, StandardCharsets.UTF_8);
  }

  /// What the payload is, as the client calls it; a new string.
  public @Nullable String contentType() {
    return properties.text(Property.CONTENT_TYPE);
  }

  /// Where an answer is awaited; a new string.
  public @Nullable String responseTopic() {
    return properties.text(Property.RESPONSE_TOPIC);
  }

  /// By which the client knows the answer again; a copy.
  public byte @Nullable [] correlationData() {
    return properties.data(Property.CORRELATION_DATA);
  }

  /// Further properties in their order; a new list.
  public List<UserProperty> userProperties() {
    return properties.userProperties();
  }

  /// All that is passed on with the message, to be kept.
  public MessageProperties properties() {
    return properties.message();
  }
}
