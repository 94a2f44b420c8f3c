package city.wayside.edge.endpoint.mqtt.packet;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Cuts what clients send into packets, checks them and tells a listener. Keeps nothing of a
/// connection between two calls: one reader serves all connections of an event loop, one after the
/// other.
///
///     +------------+------------------+-----------------+---------+
///     | type flags | remaining length | variable header | payload |
///     | u4   u4    | 1 to 4 bytes     |                 |         |
///     +------------+------------------+-----------------+---------+
public final class PacketReader {

  /// Says that no packet was read: it is not all there, or it is at fault.
  private static final int NONE = -1;

  private static final byte[] NO_DATA = {};

  /// The protocol's name, as a CONNECT with a short length has it from its third byte on.
  private static final byte[] NAMED = {0, 4, 'M', 'Q', 'T', 'T'};

  private final PacketLimits limits;
  private final FieldReader in = new FieldReader();
  private final PropertyReader properties;
  private final ConnectReader connects;
  private final SubscriptionReader subscriptions;
  private final Publish publish;

  /// A reader for any number of connections.
  public PacketReader(PacketLimits limits) {
    this.limits = limits;
    this.properties = new PropertyReader(limits.userPropertiesMax());
    this.connects = new ConnectReader(limits);
    this.subscriptions = new SubscriptionReader(limits);
    this.publish = new Publish(properties, limits);
  }

  /// Reads as many whole packets as there are, as long as the listener wants more. What is at fault
  /// is told as soon as it can be seen: a header does not wait for its packet.
  ///
  /// @param bytes what came, only read
  /// @param from where it begins, which is where a packet begins
  /// @param to where it ends
  /// @return the index of the first byte that was not taken, where the next packet begins
  public int read(byte[] bytes, int from, int to, PacketListener listener) {
    int at = from;
    while (at < to && listener.isReading()) {
      int next = readPacket(bytes, at, to, listener);
      if (next == NONE) {
        break;
      }
      at = next;
    }
    return at;
  }

  /// How long a packet is, by its header.
  ///
  /// @return its bytes, or -1 when too little of the header is there, or its length is at fault
  public static int packetBytes(byte[] bytes, int from, int to) {
    int length = 0;
    for (int at = from + 1; at < to && at - from <= VariableLength.BYTES_MAX; at++) {
      length |= (bytes[at] & 0x7F) << (7 * (at - from - 1));
      if (bytes[at] >= 0) {
        return at + 1 - from + length;
      }
    }
    return NONE;
  }

  private int readPacket(byte[] bytes, int from, int to, PacketListener listener) {
    int first = bytes[from] & 0xFF;
    MqttVersion version = listener.version();
    connects.reset();
    try {
      BadPacket fault = PacketType.fault(first, version);
      if (fault != null) {
        throw fault;
      }
      int body = readHeader(bytes, from, to, version);
      if (body == NONE) {
        return NONE;
      }
      if (version == null) {
        boolean isLengthShort = body - from == 2 || bytes[body - 1] != 0;
        listener.connect(connects.read(in, properties, isLengthShort));
      } else if (PacketType.of(first) == PacketType.PUBLISH) {
        publish.read(first, in, version);
        listener.publish(publish);
      } else {
        readOther(PacketType.of(first), version, listener);
      }
      return in.end();
    } catch (BadPacket bad) {
      listener.violated(
          new Violation(
              bad.reasonCode(),
              PacketType.of(first) + ": " + bad.reason(),
              version == null ? versionOf(bytes, from, to) : version));
      return NONE;
    }
  }

  /// What a first packet that is at fault says of its version, if it comes as far as that.
  private @Nullable MqttVersion versionOf(byte[] bytes, int from, int to) {
    MqttVersion read = connects.version();
    boolean isShort = to - from >= NAMED.length + 3;
    if (read != null
        || !isShort
        || !Arrays.equals(NAMED, 0, NAMED.length, bytes, from + 2, from + 2 + NAMED.length)) {
      return read;
    }
    return switch (bytes[from + 2 + NAMED.length]) {
      case 4 -> MqttVersion.V3_1_1;
      case 5 -> MqttVersion.V5;
      default -> null;
    };
  }

  /// Reads the length and, when the packet is all there, lets its fields be read.
  ///
  /// @return where the packet's body begins, or [#NONE] when something is still to come
  private int readHeader(byte[] bytes, int from, int to, @Nullable MqttVersion version)
      throws BadPacket {
    int at = from + 1;
    int length = 0;
    int part;
    do {
      if (at == to) {
        return NONE;
      }
      part = bytes[at];
      length |= (part & 0x7F) << (7 * (at - from - 1));
      at++;
      if (part < 0 && at - from > VariableLength.BYTES_MAX) {
        throw BadPacket.malformed("remaining length takes more than four bytes");
      }
    } while (part < 0);
    if (part == 0 && at - from > 2 && version == MqttVersion.V5) {
      throw longLength();
    }
    int packetBytesMax = version == null ? limits.connectBytesMax() : limits.packetBytesMax();
    if (at - from + length > packetBytesMax) {
      throw new BadPacket(
          ReasonCode.PACKET_TOO_LARGE, "has more than " + packetBytesMax + " bytes");
    }
    if (length > to - at) {
      return NONE;
    }
    in.reset(bytes, at, at + length);
    return at;
  }

  /// MQTT 5 says so, MQTT 3.1.1 does not.
  static BadPacket longLength() {
    return BadPacket.malformed("remaining length takes more bytes than it needs");
  }

  private void readOther(PacketType type, MqttVersion version, PacketListener listener)
      throws BadPacket {
    switch (type) {
      case PUBACK -> {
        int packetId = in.packetId();
        listener.pubAck(packetId, readReasonCode(type, version));
      }
      case PUBREC -> {
        int packetId = in.packetId();
        listener.pubRec(packetId, readReasonCode(type, version));
      }
      case PUBREL -> {
        int packetId = in.packetId();
        listener.pubRel(packetId, readReasonCode(type, version));
      }
      case PUBCOMP -> {
        int packetId = in.packetId();
        listener.pubComp(packetId, readReasonCode(type, version));
      }
      case SUBSCRIBE -> listener.subscribe(subscriptions.readSubscribe(in, properties, version));
      case UNSUBSCRIBE ->
          listener.unsubscribe(subscriptions.readUnsubscribe(in, properties, version));
      case PINGREQ -> {
        in.requireEnd();
        listener.pingRequest();
      }
      case DISCONNECT -> readDisconnect(version, listener);
      case AUTH -> readAuth(listener);
      case RESERVED, CONNECT, CONNACK, PUBLISH, SUBACK, UNSUBACK, PINGRESP ->
          throw new IllegalStateException(type + " was told apart before");
    }
  }

  /// Reads the rest of an acknowledgement. In MQTT 5 nothing means success, and a reason code alone
  /// means no properties (§3.4.2); in MQTT 3.1.1 there is nothing.
  private int readReasonCode(PacketType type, MqttVersion version) throws BadPacket {
    if (version == MqttVersion.V3_1_1 || in.remaining() == 0) {
      in.requireEnd();
      return ReasonCode.SUCCESS;
    }
    int reasonCode = readAllowed(type);
    if (in.remaining() > 0) {
      properties.read(in, Property.OF_ACKNOWLEDGEMENT);
      in.requireEnd();
    }
    return reasonCode;
  }

  private int readAllowed(PacketType type) throws BadPacket {
    int reasonCode = in.u8("reason code");
    if (!ReasonCode.isAllowed(type, reasonCode)) {
      throw BadPacket.protocolError("must not have reason code " + reasonCode);
    }
    return reasonCode;
  }

  private void readDisconnect(MqttVersion version, PacketListener listener) throws BadPacket {
    if (version == MqttVersion.V3_1_1 || in.remaining() == 0) {
      in.requireEnd();
      listener.disconnect(ReasonCode.NORMAL_DISCONNECTION, MessageProperties.ABSENT);
      return;
    }
    int reasonCode = readAllowed(PacketType.DISCONNECT);
    properties.none();
    if (in.remaining() > 0) {
      properties.read(in, Property.OF_DISCONNECT);
      in.requireEnd();
    }
    if (properties.has(Property.SERVER_REFERENCE)) {
      throw BadPacket.protocolError("has a server reference, which only servers give");
    }
    listener.disconnect(
        reasonCode, properties.number(Property.SESSION_EXPIRY, MessageProperties.ABSENT));
  }

  private void readAuth(PacketListener listener) throws BadPacket {
    // Nothing means success, which only a server may say (§3.15.2.1).
    int reasonCode = in.remaining() == 0 ? ReasonCode.SUCCESS : in.u8("reason code");
    if (!ReasonCode.isAllowed(PacketType.AUTH, reasonCode)) {
      throw BadPacket.protocolError("must not have reason code " + reasonCode);
    }
    properties.read(in, Property.OF_AUTH);
    in.requireEnd();
    String method = properties.text(Property.AUTHENTICATION_METHOD);
    if (method == null) {
      throw BadPacket.protocolError("has no authentication method");
    }
    byte[] data = properties.data(Property.AUTHENTICATION_DATA);
    listener.auth(reasonCode, method, data == null ? NO_DATA : data);
  }
}
