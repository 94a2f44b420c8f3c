package city.wayside.edge.conform;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.rig.Served;
import city.wayside.edge.rig.Server;
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
import city.wayside.edge.wire.Wire;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Properties: which packets may have which, how often, and with which values (MQTT 5 §2.2.2).
@ExtendWith(Served.class)
class PropertiesRulesTest {

  private static final Version V5 = Version.MQTT_5;

  private static final Set<Prop> OF_CONNECT =
      EnumSet.of(
          Prop.SESSION_EXPIRY,
          Prop.AUTH_METHOD,
          Prop.AUTH_DATA,
          Prop.REQUEST_PROBLEM_INFO,
          Prop.REQUEST_RESPONSE_INFO,
          Prop.RECEIVE_MAXIMUM,
          Prop.TOPIC_ALIAS_MAXIMUM,
          Prop.USER_PROPERTY,
          Prop.MAXIMUM_PACKET_SIZE);
  private static final Set<Prop> OF_WILLS =
      EnumSet.of(
          Prop.PAYLOAD_FORMAT,
          Prop.MESSAGE_EXPIRY,
          Prop.CONTENT_TYPE,
          Prop.RESPONSE_TOPIC,
          Prop.CORRELATION_DATA,
          Prop.WILL_DELAY,
          Prop.USER_PROPERTY);
  private static final Set<Prop> OF_PUBLISH =
      EnumSet.of(
          Prop.PAYLOAD_FORMAT,
          Prop.MESSAGE_EXPIRY,
          Prop.CONTENT_TYPE,
          Prop.RESPONSE_TOPIC,
          Prop.CORRELATION_DATA,
          Prop.TOPIC_ALIAS,
          Prop.USER_PROPERTY);

  private final Server server;

  PropertiesRulesTest(Server server) {
    this.server = server;
  }

  static Stream<Prop> once() {
    return Stream.of(Prop.values()).filter(prop -> prop != Prop.USER_PROPERTY);
  }

  @Normative(mqtt5 = {"MQTT-3.1.4-1", "MQTT-4.13.1-1"})
  @ParameterizedTest
  @EnumSource
  void connectHasOnlyItsOwn(Prop prop) {
    Props props = legal(prop);
    if (!OF_CONNECT.contains(prop)) {
      turnsAway(new Connect(V5, server.freshId()).properties(props));
    } else if (prop != Prop.AUTH_METHOD && prop != Prop.AUTH_DATA) {
      server.connected(new Connect(V5, server.freshId()).properties(props), V5);
    }
    if (!OF_WILLS.contains(prop)) {
      turnsAway(withWill(props));
    } else {
      server.connected(withWill(props), V5);
    }
  }

  @Normative(mqtt5 = "MQTT-4.13.1-1")
  @ParameterizedTest
  @EnumSource
  void publishHasOnlyItsOwn(Prop prop) {
    Publish message = server.goodMessage().qos(1, 1).properties(legal(prop));
    if (OF_PUBLISH.contains(prop)) {
      assertThat(server.connected(V5).publish(message).code()).isZero();
    } else {
      refuses(message.bytes(V5));
    }
  }

  @Normative(mqtt5 = "MQTT-4.13.1-1")
  @ParameterizedTest
  @EnumSource
  void filtersAndAnswersHaveOnlyTheirOwn(Prop prop) {
    Props props = legal(prop);
    if (prop != Prop.USER_PROPERTY && prop != Prop.SUBSCRIPTION_ID) {
      refuses(new Subscribe(1).filter("v1/down/1/#", 0).properties(props).subscribe(V5));
    }
    if (prop != Prop.USER_PROPERTY) {
      refuses(new Subscribe(1).filter("v1/down/1/#").properties(props).unsubscribe(V5));
    }
    if (prop != Prop.USER_PROPERTY && prop != Prop.REASON_STRING) {
      refuses(Packets.ack(PacketType.PUBREL, 1, 0, props));
      refuses(Packets.ack(PacketType.PUBACK, 1, 0, props));
      if (prop != Prop.SESSION_EXPIRY) {
        refuses(Packets.disconnect(Codes.WITH_WILL, props));
      }
    }
  }

  @Normative(mqtt5 = {"MQTT-3.1.4-1", "MQTT-4.13.1-1"})
  @ParameterizedTest
  @MethodSource("once")
  void onlyUserPropertiesComeTwice(Prop prop) {
    Props twice = legal(prop).raw(octets(legal(prop)));
    if (OF_CONNECT.contains(prop)) {
      turnsAway(new Connect(V5, server.freshId()).properties(twice));
    }
    if (OF_WILLS.contains(prop)) {
      turnsAway(withWill(twice));
    }
    if (OF_PUBLISH.contains(prop)) {
      refuses(server.goodMessage().properties(twice).bytes(V5));
    }
    if (prop == Prop.SUBSCRIPTION_ID) {
      refuses(new Subscribe(1).filter("v1/down/1/#", 0).properties(twice).subscribe(V5));
    }
    if (prop == Prop.REASON_STRING || prop == Prop.SESSION_EXPIRY) {
      refuses(Packets.disconnect(Codes.WITH_WILL, twice));
    }
  }

  @Test
  void userPropertiesComeAsOftenAsOneLikes() {
    Props many = Props.none();
    for (int i = 0; i < 50; i++) {
      many.user("name", "value " + i);
    }
    Wire wire = server.connected(new Connect(V5, server.freshId()).properties(many), V5);

    assertThat(wire.publish(server.goodMessage().qos(1, 1).properties(many)).code()).isZero();
    assertThat(wire.subscribe(new Subscribe(2).filter("v1/down/1/#", 0).properties(many)).codes())
        .containsExactly(0);
  }

  @Normative(mqtt5 = {"MQTT-3.1.4-1", "MQTT-4.13.1-1"})
  @Test
  void unknownPropertiesAreMalformed() {
    for (int id : new int[] {0x00, 0x04, 0x0A, 0x10, 0x14, 0x1B, 0x1D, 0x20, 0x2B, 0x7F}) {
      Props unknown = Props.none().raw(id, 0);
      turnsAway(new Connect(V5, server.freshId()).properties(unknown));
      refuses(server.goodMessage().properties(unknown).bytes(V5));
      refuses(new Subscribe(1).filter("v1/down/1/#", 0).properties(unknown).subscribe(V5));
    }
  }

  @Normative(mqtt5 = {"MQTT-3.1.4-1", "MQTT-4.9.0-1", "MQTT-4.13.1-1"})
  @Test
  void valuesKeepToTheirRanges() {
    List<Props> bad =
        List.of(
            Props.of(Prop.RECEIVE_MAXIMUM, 0),
            Props.of(Prop.MAXIMUM_PACKET_SIZE, 0),
            Props.of(Prop.REQUEST_PROBLEM_INFO, 2),
            Props.of(Prop.REQUEST_RESPONSE_INFO, 2),
            Props.of(Prop.AUTH_DATA, "data without method"));
    for (Props props : bad) {
      turnsAway(new Connect(V5, server.freshId()).properties(props));
    }
    turnsAway(withWill(Props.of(Prop.PAYLOAD_FORMAT, 2)));
    refuses(server.goodMessage().properties(Props.of(Prop.PAYLOAD_FORMAT, 2)).bytes(V5));
    Subscribe zero = new Subscribe(1).filter("v1/down/1/#", 0);
    refuses(zero.properties(Props.of(Prop.SUBSCRIPTION_ID, 0)).subscribe(V5));
  }

  @Normative(mqtt5 = "MQTT-4.13.1-1")
  @Test
  void propertiesEndWhereTheirLengthSays() {
    byte[] topic = new Bytes().text("v1/up/7/probe").toArray();
    List<byte[]> sections = new ArrayList<>();
    sections.add(Bytes.hex("7F")); // longer than the packet
    sections.add(Bytes.hex("01 01")); // an identifier alone
    sections.add(Bytes.hex("03 02 0000")); // four octets cut off
    sections.add(Bytes.hex("04 03 0005 61")); // a string cut off
    sections.add(Bytes.hex("05 26 0001 61 00")); // a pair cut off
    sections.add(Bytes.hex("02 8080")); // an identifier that does not end
    sections.add(Bytes.hex("80808080 01")); // a length that does not end
    for (byte[] section : sections) {
      refuses(Packets.packet(0x30, Bytes.joined(topic, section)));
    }
  }

  private Connect withWill(Props props) {
    String id = server.freshId();
    return new Connect(V5, id).will("v1/up/" + id + "/status", "x", 0, false).willProperties(props);
  }

  /// A property with a value that it may have.
  private static Props legal(Prop prop) {
    return switch (prop.form()) {
      case TEXT, BLOB -> Props.of(prop, "a");
      case PAIR -> Props.none().user("a", "b");
      case OCTET, TWO_OCTETS, VARINT -> Props.of(prop, 1);
      case FOUR_OCTETS -> Props.of(prop, 100);
    };
  }

  private static int[] octets(Props props) {
    byte[] section = props.section();
    int[] octets = new int[section.length - 1];
    for (int place = 0; place < octets.length; place++) {
      octets[place] = section[place + 1] & 0xFF;
    }
    return octets;
  }

  private void turnsAway(Connect connect) {
    Wire wire = server.open(V5);
    wire.send(connect.bytes()).expectTurnedAway(Codes.PROTOCOL_ERROR, Codes.MALFORMED);
    wire.close();
  }

  private void refuses(byte[] packet) {
    Wire wire = server.connected(V5);
    wire.send(packet).expectRefused(Codes.PROTOCOL_ERROR, Codes.MALFORMED);
    wire.close();
  }
}
