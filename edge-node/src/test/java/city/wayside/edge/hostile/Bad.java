package city.wayside.edge.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.wayside.edge.wire.Bytes;
import city.wayside.edge.wire.Codes;
import city.wayside.edge.wire.Connect;
import city.wayside.edge.wire.PacketType;
import city.wayside.edge.wire.Packets;
import city.wayside.edge.wire.Prop;
import city.wayside.edge.wire.Props;
import city.wayside.edge.wire.Publish;
import city.wayside.edge.wire.Subscribe;
import city.wayside.edge.wire.Version;
import java.util.ArrayList;
import java.util.List;

/// Something that ends a connection.
///
/// @param version of a client that was let in first; what it is sent in MQTT 3.1.1 is silence
/// @param name what is wrong
/// @param octets what is sent
/// @param codes those of which the DISCONNECT of MQTT 5 has one
record Bad(Version version, String name, byte[] octets, int... codes) {

  private static final String TOPIC = "v1/up/7/probe";
  private static final byte[] PAYLOAD = "{}".getBytes(UTF_8);

  @Override
  public String toString() {
    return version + " " + name;
  }

  /// One of each kind.
  static List<Bad> all() {
    List<Bad> all = new ArrayList<>();
    for (Version version : Version.values()) {
      all.addAll(illegalPackets(version));
      all.addAll(wrongOrder(version));
      all.addAll(illegalText(version));
    }
    all.addAll(illegalProperties());
    return all;
  }

  private static List<Bad> illegalPackets(Version version) {
    int[] malformed = {Codes.MALFORMED, Codes.PROTOCOL_ERROR};
    return List.of(
        new Bad(version, "packet type 0", Bytes.hex("00 00"), malformed),
        new Bad(version, "PINGREQ with a body", Bytes.hex("C0 01 00"), malformed),
        new Bad(version, "PINGREQ with flags", Bytes.hex("CF 00"), Codes.MALFORMED),
        new Bad(version, "a length of five octets", Bytes.hex("30 FFFFFFFF01"), Codes.MALFORMED),
        new Bad(
            version,
            "a packet that is too large",
            Bytes.hex("30 FFFFFF7F 0001"),
            Codes.PACKET_TOO_LARGE),
        new Bad(version, "PUBLISH without topic", Bytes.hex("30 00"), malformed),
        new Bad(version, "PUBLISH that ends in its topic", Bytes.hex("30 04 0010 7631"), malformed),
        new Bad(version, "PUBLISH with QoS 3", Bytes.hex("36 05 0001 61 0001"), malformed),
        new Bad(
            version,
            "PUBLISH without packet id",
            Packets.packet(0x32, new Bytes().text(TOPIC).toArray()),
            malformed),
        new Bad(
            version,
            "PUBLISH with packet id 0",
            new Publish(TOPIC, PAYLOAD).qos(1, 0).bytes(version),
            malformed),
        new Bad(version, "SUBSCRIBE with QoS 3", subscribe(version, "v1/down/1/#", 3), malformed),
        new Bad(version, "SUBSCRIBE of nothing", new Subscribe(1).subscribe(version), malformed),
        new Bad(
            version, "UNSUBSCRIBE of nothing", new Subscribe(1).unsubscribe(version), malformed),
        new Bad(version, "PUBREL with wrong flags", Bytes.hex("60 02 0001"), Codes.MALFORMED),
        new Bad(version, "random octets", Bytes.hex("8F 04 A7E0 5512 99FE 0B04"), malformed));
  }

  private static List<Bad> wrongOrder(Version version) {
    int[] protocol = {Codes.PROTOCOL_ERROR, Codes.MALFORMED};
    return List.of(
        new Bad(version, "a second CONNECT", new Connect(version, "x").bytes(), protocol),
        new Bad(version, "CONNACK", Bytes.hex("20 02 0000"), protocol),
        new Bad(version, "SUBACK", Bytes.hex("90 03 0001 00"), protocol),
        new Bad(version, "PINGRESP", Bytes.hex("D0 00"), protocol),
        new Bad(version, "AUTH", Packets.auth(0x19, Props.none()), protocol));
  }

  private static List<Bad> illegalText(Version version) {
    byte[] zero = "v1/up/7\0/probe".getBytes(UTF_8);
    byte[] ill = Bytes.joined("v1/up/7/".getBytes(UTF_8), Bytes.hex("C0 AF"));
    return List.of(
        new Bad(
            version,
            "U+0000 in a topic",
            new Publish(zero, PAYLOAD).bytes(version),
            Codes.MALFORMED),
        new Bad(
            version,
            "a slash in two octets",
            new Publish(ill, PAYLOAD).bytes(version),
            Codes.MALFORMED),
        new Bad(
            version,
            "U+0000 in a filter",
            new Subscribe(1).filter(zero, 0).subscribe(version),
            Codes.MALFORMED),
        new Bad(
            version,
            "a surrogate in a filter",
            new Subscribe(1).filter(Bytes.hex("EDA080"), 0).unsubscribe(version),
            Codes.MALFORMED));
  }

  private static List<Bad> illegalProperties() {
    Version v5 = Version.MQTT_5;
    int[] malformed = {Codes.MALFORMED, Codes.PROTOCOL_ERROR};
    return List.of(
        new Bad(v5, "an unknown property", with(Props.none().raw(0x7E, 0)), malformed),
        new Bad(v5, "a property of CONNECT", with(Props.of(Prop.RECEIVE_MAXIMUM, 1)), malformed),
        new Bad(v5, "a property that is cut off", with(Props.none().raw(0x02, 0)), malformed),
        new Bad(
            v5,
            "a property twice",
            with(Props.of(Prop.PAYLOAD_FORMAT, 1).and(Prop.PAYLOAD_FORMAT, 1)),
            malformed),
        new Bad(
            v5,
            "properties beyond the packet",
            Packets.packet(0x30, new Bytes().text(TOPIC).u8(0x7F).toArray()),
            malformed),
        new Bad(
            v5,
            "an alias that is too high",
            with(Props.of(Prop.TOPIC_ALIAS, 65_535)),
            Codes.ALIAS_INVALID),
        new Bad(
            v5, "an unknown reason to leave", Packets.disconnect(0x7F, Props.none()), malformed),
        new Bad(
            v5,
            "an acknowledgement with an unknown code",
            Packets.ack(PacketType.PUBREL, 1, 0x55),
            malformed));
  }

  private static byte[] with(Props props) {
    return new Publish(TOPIC, PAYLOAD).properties(props).bytes(Version.MQTT_5);
  }

  private static byte[] subscribe(Version version, String filter, int options) {
    return new Subscribe(1).filter(filter, options).subscribe(version);
  }
}
