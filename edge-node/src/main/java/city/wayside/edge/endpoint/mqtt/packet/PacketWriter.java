package city.wayside.edge.endpoint.mqtt.packet;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/// Writes what a server says, except PUBLISH (see [OutgoingPublish]), in the fewest bytes that say
/// it. Any thread.
///
/// Words for people are left out where they would make a packet longer than its client takes
/// (`packetBytesMax`), and always in MQTT 3.1.1, which has no place for them.
public final class PacketWriter {

  /// For clients that set no limit.
  private static final long NO_LIMIT = ConnectProperties.NO_PACKET_LIMIT;

  private static final int PACKET_ID_BYTES = 2;
  private static final int REASON_CODE_BYTES = 1;

  private PacketWriter() {}

  /// [#connAck(ByteBuf, MqttVersion, boolean, int, ConnAckProperties, long)] without limit.
  public static void connAck(
      ByteBuf out,
      MqttVersion version,
      boolean isSessionPresent,
      int reasonCode,
      ConnAckProperties properties) {
    connAck(out, version, isSessionPresent, reasonCode, properties, NO_LIMIT);
  }

  /// Answers a CONNECT (MQTT 5 §3.2).
  ///
  /// @param isSessionPresent whether the client is known; never told with a refusal
  /// @param reasonCode in MQTT 3.1.1 it becomes a return code
  public static void connAck(
      ByteBuf out,
      MqttVersion version,
      boolean isSessionPresent,
      int reasonCode,
      ConnAckProperties properties,
      long packetBytesMax) {
    int flags = isSessionPresent && reasonCode == ReasonCode.SUCCESS ? 1 : 0;
    int first = PacketType.CONNACK.first();
    if (version == MqttVersion.V3_1_1) {
      out.writeByte(first).writeByte(2);
      out.writeByte(flags).writeByte(ReasonCode.connectReturnCode(reasonCode));
      return;
    }
    int otherBytes = 1 + REASON_CODE_BYTES;
    PropertyBytes said =
        fitting(properties.said(), properties.reason(), otherBytes, packetBytesMax);
    byte[] users = properties.users().bytes();
    int saidBytes = said.bytes().length;
    if (isLonger(otherBytes + section(saidBytes + users.length), packetBytesMax)) {
      users = PropertyBytes.NONE.bytes();
    }
    int propertyBytes = saidBytes + users.length;
    head(out, first, otherBytes + section(propertyBytes));
    out.writeByte(flags).writeByte(reasonCode);
    VariableLength.write(out, propertyBytes);
    out.writeBytes(said.bytes()).writeBytes(users);
  }

  /// [#pubAck(ByteBuf, MqttVersion, int, int, String, long)] without limit.
  public static void pubAck(
      ByteBuf out, MqttVersion version, int packetId, int reasonCode, @Nullable String reason) {
    pubAck(out, version, packetId, reasonCode, reason, NO_LIMIT);
  }

  /// Takes or refuses a message of QoS 1 (§3.4).
  public static void pubAck(
      ByteBuf out,
      MqttVersion version,
      int packetId,
      int reasonCode,
      @Nullable String reason,
      long packetBytesMax) {
    acknowledge(out, PacketType.PUBACK, version, packetId, reasonCode, reason, packetBytesMax);
  }

  /// [#pubRec(ByteBuf, MqttVersion, int, int, String, long)] without limit.
  public static void pubRec(
      ByteBuf out, MqttVersion version, int packetId, int reasonCode, @Nullable String reason) {
    pubRec(out, version, packetId, reasonCode, reason, NO_LIMIT);
  }

  /// Takes or refuses a message of QoS 2 (§3.5).
  public static void pubRec(
      ByteBuf out,
      MqttVersion version,
      int packetId,
      int reasonCode,
      @Nullable String reason,
      long packetBytesMax) {
    acknowledge(out, PacketType.PUBREC, version, packetId, reasonCode, reason, packetBytesMax);
  }

  /// [#pubRel(ByteBuf, MqttVersion, int, int, String, long)] without limit.
  public static void pubRel(
      ByteBuf out, MqttVersion version, int packetId, int reasonCode, @Nullable String reason) {
    pubRel(out, version, packetId, reasonCode, reason, NO_LIMIT);
  }

  /// Releases a message of QoS 2 that was sent to the client (§3.6).
  public static void pubRel(
      ByteBuf out,
      MqttVersion version,
      int packetId,
      int reasonCode,
      @Nullable String reason,
      long packetBytesMax) {
    acknowledge(out, PacketType.PUBREL, version, packetId, reasonCode, reason, packetBytesMax);
  }

  /// [#pubComp(ByteBuf, MqttVersion, int, int, String, long)] without limit.
  public static void pubComp(
      ByteBuf out, MqttVersion version, int packetId, int reasonCode, @Nullable String reason) {
    pubComp(out, version, packetId, reasonCode, reason, NO_LIMIT);
  }

  /// Is done with a message of QoS 2 (§3.7).
  public static void pubComp(
      ByteBuf out,
      MqttVersion version,
      int packetId,
      int reasonCode,
      @Nullable String reason,
      long packetBytesMax) {
    acknowledge(out, PacketType.PUBCOMP, version, packetId, reasonCode, reason, packetBytesMax);
  }

  private static void acknowledge(
      ByteBuf out,
      PacketType type,
      MqttVersion version,
      int packetId,
      int reasonCode,
      @Nullable String reason,
      long packetBytesMax) {
    int otherBytes = PACKET_ID_BYTES + REASON_CODE_BYTES;
    PropertyBytes properties =
        version == MqttVersion.V5 && reason != null
            ? fitting(PropertyBytes.NONE, reason, otherBytes, packetBytesMax)
            : PropertyBytes.NONE;
    boolean hasProperties = properties.bytes().length > 0;
    boolean hasCode =
        version == MqttVersion.V5 && (reasonCode != ReasonCode.SUCCESS || hasProperties);
    int codeBytes = hasCode ? REASON_CODE_BYTES : 0;
    int sectionBytes = hasProperties ? properties.sectionBytes() : 0;
    head(out, type.first(), PACKET_ID_BYTES + codeBytes + sectionBytes);
    out.writeShort(packetId);
    if (hasCode) {
      out.writeByte(reasonCode);
    }
    if (hasProperties) {
      write(out, properties);
    }
  }

  /// [#subAck(ByteBuf, MqttVersion, int, int\[\], String, long)] without limit.
  public static void subAck(
      ByteBuf out, MqttVersion version, int packetId, int[] reasonCodes, @Nullable String reason) {
    subAck(out, version, packetId, reasonCodes, reason, NO_LIMIT);
  }

  /// Answers a SUBSCRIBE (§3.9), filter by filter; MQTT 3.1.1 knows only one failure.
  public static void subAck(
      ByteBuf out,
      MqttVersion version,
      int packetId,
      int[] reasonCodes,
      @Nullable String reason,
      long packetBytesMax) {
    boolean is5 = version == MqttVersion.V5;
    int otherBytes = PACKET_ID_BYTES + reasonCodes.length;
    PropertyBytes properties = fitting(PropertyBytes.NONE, reason, otherBytes, packetBytesMax);
    head(out, PacketType.SUBACK.first(), otherBytes + (is5 ? properties.sectionBytes() : 0));
    out.writeShort(packetId);
    if (is5) {
      write(out, properties);
    }
    for (int code : reasonCodes) {
      out.writeByte(is5 ? code : ReasonCode.subscribeReturnCode(code));
    }
  }

  /// [#unsubAck(ByteBuf, MqttVersion, int, int\[\], String, long)] without limit.
  public static void unsubAck(
      ByteBuf out, MqttVersion version, int packetId, int[] reasonCodes, @Nullable String reason) {
    unsubAck(out, version, packetId, reasonCodes, reason, NO_LIMIT);
  }

  /// Answers an UNSUBSCRIBE (§3.11), in MQTT 5 filter by filter.
  public static void unsubAck(
      ByteBuf out,
      MqttVersion version,
      int packetId,
      int[] reasonCodes,
      @Nullable String reason,
      long packetBytesMax) {
    int first = PacketType.UNSUBACK.first();
    if (version == MqttVersion.V3_1_1) {
      head(out, first, PACKET_ID_BYTES);
      out.writeShort(packetId);
      return;
    }
    int otherBytes = PACKET_ID_BYTES + reasonCodes.length;
    PropertyBytes properties = fitting(PropertyBytes.NONE, reason, otherBytes, packetBytesMax);
    head(out, first, otherBytes + properties.sectionBytes());
    out.writeShort(packetId);
    write(out, properties);
    for (int code : reasonCodes) {
      out.writeByte(code);
    }
  }

  /// Gives a sign of life (§3.13).
  public static void pingResponse(ByteBuf out) {
    head(out, PacketType.PINGRESP.first(), 0);
  }

  /// [#disconnect(ByteBuf, int, String, String, long)] without limit.
  public static void disconnect(
      ByteBuf out, int reasonCode, @Nullable String reason, @Nullable String serverReference) {
    disconnect(out, reasonCode, reason, serverReference, NO_LIMIT);
  }

  /// Says good-bye to a client of MQTT 5 (§3.14); a server of MQTT 3.1.1 just closes.
  ///
  /// @param serverReference where the client should go instead
  public static void disconnect(
      ByteBuf out,
      int reasonCode,
      @Nullable String reason,
      @Nullable String serverReference,
      long packetBytesMax) {
    PropertyBytes base =
        serverReference == null
            ? PropertyBytes.NONE
            : PropertyBytes.NONE.withText(Property.SERVER_REFERENCE, serverReference);
    PropertyBytes properties = fitting(base, reason, REASON_CODE_BYTES, packetBytesMax);
    boolean hasProperties = properties.bytes().length > 0;
    boolean hasCode = reasonCode != ReasonCode.NORMAL_DISCONNECTION || hasProperties;
    int codeBytes = hasCode ? REASON_CODE_BYTES : 0;
    int sectionBytes = hasProperties ? properties.sectionBytes() : 0;
    head(out, PacketType.DISCONNECT.first(), codeBytes + sectionBytes);
    if (hasCode) {
      out.writeByte(reasonCode);
    }
    if (hasProperties) {
      write(out, properties);
    }
  }

  /// [#auth(ByteBuf, int, String, byte\[\], String, long)] without words and without limit.
  public static void auth(ByteBuf out, int reasonCode, String method, byte @Nullable [] data) {
    auth(out, reasonCode, method, data, null, NO_LIMIT);
  }

  /// Asks for more, or says that a client has proved again who it is (§3.15).
  public static void auth(
      ByteBuf out,
      int reasonCode,
      String method,
      byte @Nullable [] data,
      @Nullable String reason,
      long packetBytesMax) {
    PropertyBytes base = PropertyBytes.NONE.withText(Property.AUTHENTICATION_METHOD, method);
    if (data != null) {
      base = base.withData(Property.AUTHENTICATION_DATA, data);
    }
    PropertyBytes properties = fitting(base, reason, REASON_CODE_BYTES, packetBytesMax);
    head(out, PacketType.AUTH.first(), REASON_CODE_BYTES + properties.sectionBytes());
    out.writeByte(reasonCode);
    write(out, properties);
  }

  private static void head(ByteBuf out, int first, int bodyBytes) {
    out.writeByte(first);
    VariableLength.write(out, bodyBytes);
  }

  private static void write(ByteBuf out, PropertyBytes properties) {
    VariableLength.write(out, properties.bytes().length);
    out.writeBytes(properties.bytes());
  }

  /// Adds words unless the packet would be too long with them.
  private static PropertyBytes fitting(
      PropertyBytes base, @Nullable String reason, int otherBytes, long packetBytesMax) {
    if (reason == null) {
      return base;
    }
    PropertyBytes full = base.withText(Property.REASON_STRING, reason);
    return isLonger(otherBytes + full.sectionBytes(), packetBytesMax) ? base : full;
  }

  private static boolean isLonger(int bodyBytes, long packetBytesMax) {
    return 1 + VariableLength.bytes(bodyBytes) + bodyBytes > packetBytesMax;
  }

  private static int section(int propertyBytes) {
    return VariableLength.bytes(propertyBytes) + propertyBytes;
  }
}
