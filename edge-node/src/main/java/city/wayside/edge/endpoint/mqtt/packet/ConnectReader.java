package city.wayside.edge.endpoint.mqtt.packet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads CONNECT (MQTT 5 §3.1, MQTT 3.1.1 §3.1). Reusable.
final class ConnectReader {

  private static final byte[] PROTOCOL = "MQTT".getBytes(StandardCharsets.US_ASCII);

  private static final int RESERVED = 0x01;
  private static final int CLEAN_START = 0x02;
  private static final int HAS_WILL = 0x04;
  private static final int WILL_QOS_SHIFT = 3;
  private static final int WILL_RETAIN = 0x20;
  private static final int HAS_PASSWORD = 0x40;
  private static final int HAS_USER_NAME = 0x80;

  private final boolean isPayloadFormatChecked;
  private @Nullable MqttVersion version;

  ConnectReader(PacketLimits limits) {
    this.isPayloadFormatChecked = limits.isPayloadFormatChecked();
  }

  /// Which version the last CONNECT named, also when it was at fault later on; see
  /// [Violation#version].
  @Nullable MqttVersion version() {
    return version;
  }

  /// Forgets the CONNECT before.
  void reset() {
    version = null;
  }

  /// Reads a whole CONNECT.
  ///
  /// @param isLengthShort whether its length took no more bytes than it needs
  Connect read(FieldReader in, PropertyReader properties, boolean isLengthShort) throws BadPacket {
    MqttVersion spoken = readVersion(in);
    version = spoken;
    if (spoken == MqttVersion.V5 && !isLengthShort) {
      throw PacketReader.longLength();
    }
    int flags = in.u8("connect flags");
    checkFlags(flags, spoken);
    int keepAliveS = in.u16("keep alive");
    boolean isCleanStart = (flags & CLEAN_START) != 0;
    ConnectProperties said =
        spoken == MqttVersion.V5
            ? readProperties(in, properties)
            : ConnectProperties.ofVersion3(isCleanStart);
    String clientId = in.string("client identifier");
    Will will = (flags & HAS_WILL) != 0 ? readWill(in, properties, flags, spoken) : null;
    String userName = (flags & HAS_USER_NAME) != 0 ? in.string("user name") : null;
    byte[] password = (flags & HAS_PASSWORD) != 0 ? in.copy("password") : null;
    in.requireEnd();
    return new Connect(spoken, clientId, isCleanStart, keepAliveS, will, userName, password, said);
  }

  private MqttVersion readVersion(FieldReader in) throws BadPacket {
    int from = in.binary("protocol name");
    boolean isMqtt = Arrays.equals(in.bytes(), from, in.at(), PROTOCOL, 0, PROTOCOL.length);
    if (!isMqtt) {
      version = MqttVersion.V3_1_1;
      throw unsupported("has another protocol name than MQTT");
    }
    int level = in.u8("protocol version");
    for (MqttVersion spoken : VERSIONS) {
      if (spoken.level() == level) {
        return spoken;
      }
    }
    version = level < MqttVersion.V5.level() ? MqttVersion.V3_1_1 : MqttVersion.V5;
    throw unsupported("has protocol version " + level + ", must be 4 or 5");
  }

  private static final MqttVersion[] VERSIONS = MqttVersion.values();

  private static BadPacket unsupported(String reason) {
    return new BadPacket(ReasonCode.UNSUPPORTED_PROTOCOL_VERSION, reason);
  }

  private static void checkFlags(int flags, MqttVersion version) throws BadPacket {
    if ((flags & RESERVED) != 0) {
      throw BadPacket.malformed("has the reserved flag");
    }
    int willQos = willQos(flags);
    if (willQos == 3) {
      throw BadPacket.malformed("has will QoS 3");
    }
    if ((flags & HAS_WILL) == 0 && (willQos != 0 || (flags & WILL_RETAIN) != 0)) {
      throw BadPacket.malformed("has will QoS or will retain without a will");
    }
    boolean hasPasswordAlone = (flags & (HAS_PASSWORD | HAS_USER_NAME)) == HAS_PASSWORD;
    if (hasPasswordAlone && version == MqttVersion.V3_1_1) {
      throw BadPacket.malformed("has a password without a user name");
    }
  }

  private static int willQos(int flags) {
    return flags >>> WILL_QOS_SHIFT & 3;
  }

  private static ConnectProperties readProperties(FieldReader in, PropertyReader properties)
      throws BadPacket {
    properties.read(in, Property.OF_CONNECT);
    if (properties.has(Property.AUTHENTICATION_DATA)
        && !properties.has(Property.AUTHENTICATION_METHOD)) {
      throw BadPacket.protocolError("has authentication data without a method");
    }
    return new ConnectProperties(
        properties.number(Property.SESSION_EXPIRY, 0),
        (int) properties.number(Property.RECEIVE_MAXIMUM, ConnectProperties.RECEIVE_MAX_DEFAULT),
        properties.number(Property.MAXIMUM_PACKET_SIZE, ConnectProperties.NO_PACKET_LIMIT),
        (int) properties.number(Property.TOPIC_ALIAS_MAXIMUM, 0),
        properties.number(Property.REQUEST_RESPONSE_INFORMATION, 0) != 0,
        properties.number(Property.REQUEST_PROBLEM_INFORMATION, 1) != 0,
        properties.userProperties(),
        properties.text(Property.AUTHENTICATION_METHOD),
        properties.data(Property.AUTHENTICATION_DATA));
  }

  private Will readWill(FieldReader in, PropertyReader properties, int flags, MqttVersion spoken)
      throws BadPacket {
    properties.none();
    if (spoken == MqttVersion.V5) {
      properties.read(in, Property.OF_WILL);
    }
    String topic = in.stringSince(in.nonemptyName("will topic"));
    byte[] payload = in.copy("will payload");
    MessageProperties message = properties.message();
    if (isPayloadFormatChecked
        && message.payloadFormat() == MessageProperties.FORMAT_TEXT
        && !Utf8.isWellFormed(payload, 0, payload.length)) {
      throw new BadPacket(ReasonCode.PAYLOAD_FORMAT_INVALID, "will payload is not UTF-8");
    }
    return new Will(
        topic,
        payload,
        willQos(flags),
        (flags & WILL_RETAIN) != 0,
        properties.number(Property.WILL_DELAY, 0),
        message);
  }
}
