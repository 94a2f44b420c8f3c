package city.wayside.edge.wire;

import org.jspecify.annotations.Nullable;

/// The properties (MQTT 5 §2.2.2.2): how each is written, and in which packets a server may send
/// it.
public enum Prop {
  PAYLOAD_FORMAT(0x01, Form.OCTET, PacketType.PUBLISH),
  MESSAGE_EXPIRY(0x02, Form.FOUR_OCTETS, PacketType.PUBLISH),
  CONTENT_TYPE(0x03, Form.TEXT, PacketType.PUBLISH),
  RESPONSE_TOPIC(0x08, Form.TEXT, PacketType.PUBLISH),
  CORRELATION_DATA(0x09, Form.BLOB, PacketType.PUBLISH),
  SUBSCRIPTION_ID(0x0B, Form.VARINT, PacketType.PUBLISH),
  SESSION_EXPIRY(0x11, Form.FOUR_OCTETS, PacketType.CONNACK),
  ASSIGNED_CLIENT_ID(0x12, Form.TEXT, PacketType.CONNACK),
  SERVER_KEEP_ALIVE(0x13, Form.TWO_OCTETS, PacketType.CONNACK),
  AUTH_METHOD(0x15, Form.TEXT, PacketType.CONNACK, PacketType.AUTH),
  AUTH_DATA(0x16, Form.BLOB, PacketType.CONNACK, PacketType.AUTH),
  REQUEST_PROBLEM_INFO(0x17, Form.OCTET),
  WILL_DELAY(0x18, Form.FOUR_OCTETS),
  REQUEST_RESPONSE_INFO(0x19, Form.OCTET),
  RESPONSE_INFO(0x1A, Form.TEXT, PacketType.CONNACK),
  SERVER_REFERENCE(0x1C, Form.TEXT, PacketType.CONNACK, PacketType.DISCONNECT),
  REASON_STRING(
      0x1F,
      Form.TEXT,
      PacketType.CONNACK,
      PacketType.PUBACK,
      PacketType.PUBREC,
      PacketType.PUBREL,
      PacketType.PUBCOMP,
      PacketType.SUBACK,
      PacketType.UNSUBACK,
      PacketType.DISCONNECT,
      PacketType.AUTH),
  RECEIVE_MAXIMUM(0x21, Form.TWO_OCTETS, PacketType.CONNACK),
  TOPIC_ALIAS_MAXIMUM(0x22, Form.TWO_OCTETS, PacketType.CONNACK),
  TOPIC_ALIAS(0x23, Form.TWO_OCTETS, PacketType.PUBLISH),
  MAXIMUM_QOS(0x24, Form.OCTET, PacketType.CONNACK),
  RETAIN_AVAILABLE(0x25, Form.OCTET, PacketType.CONNACK),
  USER_PROPERTY(
      0x26,
      Form.PAIR,
      PacketType.CONNACK,
      PacketType.PUBLISH,
      PacketType.PUBACK,
      PacketType.PUBREC,
      PacketType.PUBREL,
      PacketType.PUBCOMP,
      PacketType.SUBACK,
      PacketType.UNSUBACK,
      PacketType.DISCONNECT,
      PacketType.AUTH),
  MAXIMUM_PACKET_SIZE(0x27, Form.FOUR_OCTETS, PacketType.CONNACK),
  WILDCARDS_AVAILABLE(0x28, Form.OCTET, PacketType.CONNACK),
  SUBSCRIPTION_IDS_AVAILABLE(0x29, Form.OCTET, PacketType.CONNACK),
  SHARED_AVAILABLE(0x2A, Form.OCTET, PacketType.CONNACK);

  /// How a value is written.
  public enum Form {
    OCTET,
    TWO_OCTETS,
    FOUR_OCTETS,
    VARINT,
    TEXT,
    BLOB,
    PAIR
  }

  private final int id;
  private final Form form;

  /// A bit for each type of packet.
  private final int sentIn;

  Prop(int id, Form form, PacketType... sentIn) {
    this.id = id;
    this.form = form;
    int bits = 0;
    for (PacketType type : sentIn) {
      bits |= 1 << type.code();
    }
    this.sentIn = bits;
  }

  /// Its identifier.
  public int id() {
    return id;
  }

  /// How its value is written.
  public Form form() {
    return form;
  }

  /// True when a server may send it in such a packet.
  public boolean isSentIn(PacketType type) {
    return ((sentIn >> type.code()) & 1) != 0;
  }

  /// True when a packet may have several of it.
  public boolean isRepeatable(PacketType type) {
    return this == USER_PROPERTY || (this == SUBSCRIPTION_ID && type == PacketType.PUBLISH);
  }

  /// The property of an identifier; absent when there is none.
  public static @Nullable Prop of(int id) {
    for (Prop prop : values()) {
      if (prop.id == id) {
        return prop;
      }
    }
    return null;
  }
}
