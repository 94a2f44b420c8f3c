package city.wayside.edge.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Reads one packet of a server, and accepts nothing that the standard does not: every octet must
/// have its place, every flag, property and reason code be one that the packet may have, every
/// string be well formed. An illegal packet is an [AssertionError].
final class PacketReader {

  private final Version version;
  private final PacketType type;
  private final int flags;
  private final ByteBuffer rest;

  private PacketReader(Version version, Frame frame) {
    this.version = version;
    this.type = PacketType.of(frame.firstOctet());
    this.flags = frame.firstOctet() & 0xF;
    this.rest = ByteBuffer.wrap(frame.body());
  }

  /// Reads a whole packet.
  static Received read(Version version, Frame frame) {
    PacketReader reader = new PacketReader(version, frame);
    Received packet = reader.packet();
    reader.demand(!reader.rest.hasRemaining(), "has " + reader.rest.remaining() + " octets more");
    return packet;
  }

  private Received packet() {
    demand(type == PacketType.PUBLISH || flags == 0 || type == PacketType.PUBREL, "reserved flags");
    return switch (type) {
      case CONNACK -> connack();
      case PUBLISH -> published();
      case PUBACK, PUBREC, PUBREL, PUBCOMP -> ack();
      case SUBACK -> suback();
      case UNSUBACK -> unsuback();
      case PINGRESP -> new Received.Pong();
      case DISCONNECT -> {
        demand(version.isMqtt5(), "is sent by a server of MQTT 5 alone");
        Coded coded = coded();
        yield new Received.Goodbye(coded.code(), coded.properties());
      }
      case AUTH -> {
        demand(version.isMqtt5(), "is a packet of MQTT 5 alone");
        Coded coded = coded();
        yield new Received.Challenge(coded.code(), coded.properties());
      }
      case RESERVED, CONNECT, SUBSCRIBE, UNSUBSCRIBE, PINGREQ ->
          throw new AssertionError(type + " is not sent by a server");
    };
  }

  private Received connack() {
    int acknowledgeFlags = octet();
    demand((acknowledgeFlags & 0xFE) == 0, "reserved acknowledge flags");
    int code = code();
    return new Received.Connack(acknowledgeFlags == 1, code, properties());
  }

  private Received published() {
    int qos = (flags >> 1) & 3;
    boolean isDup = (flags & 8) != 0;
    demand(qos < 3, "has QoS 3");
    demand(qos > 0 || !isDup, "has DUP with QoS 0");
    String topic = text();
    int packetId = qos == 0 ? 0 : packetId();
    Properties properties = properties();
    demand(!topic.isEmpty() || properties.has(Prop.TOPIC_ALIAS), "has neither topic nor alias");
    demand(topic.indexOf('+') < 0 && topic.indexOf('#') < 0, "has a wildcard in its topic");
    byte[] payload = new byte[rest.remaining()];
    rest.get(payload);
    boolean isRetained = (flags & 1) != 0;
    return new Received.Published(topic, payload, qos, isDup, isRetained, packetId, properties);
  }

  private Received ack() {
    demand(flags == type.flags(), "reserved flags");
    int packetId = packetId();
    demand(version.isMqtt5() || !rest.hasRemaining(), "is longer than MQTT 3.1.1 knows it");
    Coded coded = version.isMqtt5() ? coded() : new Coded(0, Properties.NONE);
    return new Received.Ack(type, packetId, coded.code(), coded.properties());
  }

  private Received suback() {
    int packetId = packetId();
    Properties properties = properties();
    return new Received.Suback(packetId, codes(), properties);
  }

  private Received unsuback() {
    int packetId = packetId();
    if (!version.isMqtt5()) {
      return new Received.Unsuback(packetId, List.of(), Properties.NONE);
    }
    Properties properties = properties();
    return new Received.Unsuback(packetId, codes(), properties);
  }

  private record Coded(int code, Properties properties) {}

  /// A reason code with properties, either of which may be left out from the end.
  private Coded coded() {
    if (!rest.hasRemaining()) {
      return new Coded(0, Properties.NONE);
    }
    int code = code();
    return new Coded(code, rest.hasRemaining() ? properties() : Properties.NONE);
  }

  private List<Integer> codes() {
    List<Integer> codes = new ArrayList<>();
    while (rest.hasRemaining()) {
      codes.add(code());
    }
    return codes;
  }

  private int code() {
    int code = octet();
    demand(Codes.isLegal(version, type, code), "has the code 0x%02X".formatted(code));
    return code;
  }

  private Properties properties() {
    if (!version.isMqtt5()) {
      return Properties.NONE;
    }
    int end = (int) varint() + rest.position();
    demand(end <= rest.limit(), "has properties beyond its end");
    Map<Prop, List<Object>> values = new EnumMap<>(Prop.class);
    while (rest.position() < end) {
      int id = (int) varint();
      Prop prop = Prop.of(id);
      if (prop == null || !prop.isSentIn(type)) {
        throw new AssertionError("%s has the property 0x%02X".formatted(type, id));
      }
      List<Object> several = values.computeIfAbsent(prop, _ -> new ArrayList<>());
      demand(several.isEmpty() || prop.isRepeatable(type), "has two of " + prop);
      several.add(value(prop));
    }
    demand(rest.position() == end, "has a property beyond the properties' end");
    return new Properties(values);
  }

  private Object value(Prop prop) {
    return switch (prop.form()) {
      case OCTET -> (long) octet();
      case TWO_OCTETS -> (long) twoOctets();
      case FOUR_OCTETS -> ((long) twoOctets() << 16) | twoOctets();
      case VARINT -> varint();
      case TEXT -> text();
      case BLOB -> new Properties.Blob(blob());
      case PAIR -> new Properties.Pair(text(), text());
    };
  }

  private int packetId() {
    int packetId = twoOctets();
    demand(packetId != 0, "has packet id 0");
    return packetId;
  }

  private String text() {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(blob())).toString();
      demand(text.indexOf('\0') < 0, "has U+0000 in a string");
      return text;
    } catch (CharacterCodingException illFormed) {
      throw new AssertionError(type + " has a string that is not UTF-8", illFormed);
    }
  }

  private byte[] blob() {
    int length = twoOctets();
    demand(length <= rest.remaining(), "ends within a string");
    byte[] blob = new byte[length];
    rest.get(blob);
    return blob;
  }

  private long varint() {
    long value = 0;
    int more = 0x80;
    int place = 0;
    for (; more != 0; place++) {
      demand(place < 4, "has a number of more than four octets");
      int octet = octet();
      value |= (long) (octet & 0x7F) << (7 * place);
      more = octet & 0x80;
    }
    demand(place == 1 || value >> (7 * (place - 1)) > 0, "has a number with needless octets");
    return value;
  }

  private int twoOctets() {
    return (octet() << 8) | octet();
  }

  private int octet() {
    demand(rest.hasRemaining(), "ends too early");
    return rest.get() & 0xFF;
  }

  private void demand(boolean isSo, String otherwise) {
    if (!isSo) {
      throw new AssertionError(type + " " + otherwise);
    }
  }
}
