package city.wayside.edge.conform;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.rig.Limits;
import city.wayside.edge.rig.Served;
import city.wayside.edge.rig.Server;
import city.wayside.edge.wire.Bytes;
import city.wayside.edge.wire.Codes;
import city.wayside.edge.wire.Connect;
import city.wayside.edge.wire.Frame;
import city.wayside.edge.wire.PacketType;
import city.wayside.edge.wire.Packets;
import city.wayside.edge.wire.Props;
import city.wayside.edge.wire.Received;
import city.wayside.edge.wire.Subscribe;
import city.wayside.edge.wire.Version;
import city.wayside.edge.wire.Wire;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// CONNECT: what begins a connection, and what does not.
@ExtendWith(Served.class)
class ConnectRulesTest {

  private static final int USER = 0x80;
  private static final int PASSWORD = 0x40;
  private static final int WILL = 0x04;
  private static final int WILL_QOS_1 = 0x08;
  private static final int WILL_RETAIN = 0x20;
  private static final int RESERVED = 0x01;

  private final Server server;

  ConnectRulesTest(Server server) {
    this.server = server;
  }

  @Normative(
      mqtt5 = {"MQTT-3.1.0-1", "MQTT-3.14.0-1", "MQTT-3.2.0-1"},
      mqtt311 = {"MQTT-3.1.0-1", "MQTT-3.2.0-1"})
  @ParameterizedTest
  @EnumSource
  void whatBeginsOtherwiseEndsAtOnce(Version version) {
    server.open(version).send(Packets.ping()).expectEnd();
    server.open(version).send(server.goodMessage()).expectEnd();
    server.open(version).send(Packets.disconnect()).expectEnd();
    server.open(version).send(Packets.auth(0x19, Props.none())).expectEnd();
    server.open(version).send(Packets.ack(PacketType.PUBACK, 1)).expectEnd();
    byte[] subscribe = new Subscribe(1).filter("v1/down/1/#", 0).subscribe(version);
    server.open(version).send(subscribe).expectEnd();
  }

  @Normative(
      mqtt5 = {"MQTT-3.1.0-2", "MQTT-3.2.0-2", "MQTT-4.13.1-1"},
      mqtt311 = {"MQTT-3.1.0-2", "MQTT-4.8.0-1"})
  @ParameterizedTest
  @EnumSource
  void aSecondConnectEndsTheConnection(Version version) {
    Connect connect = new Connect(version, server.freshId());

    server.connected(connect, version).send(connect.bytes()).expectRefused(Codes.PROTOCOL_ERROR);
  }

  @Normative(mqtt5 = "MQTT-3.1.2-1", mqtt311 = "MQTT-3.1.2-1")
  @ParameterizedTest
  @EnumSource
  void anotherProtocolNameIsNotServed(Version version) {
    for (String name : new String[] {"", "MQT", "MQTX", "mqtt", "MQTTT", "HTTP/1.1"}) {
      Connect connect = new Connect(version, server.freshId()).protocol(name);

      server.open(version).send(connect.bytes()).expectNothingBegins();
    }
  }

  @Normative(mqtt5 = "MQTT-3.1.2-2", mqtt311 = "MQTT-3.1.2-2")
  @ParameterizedTest
  @ValueSource(ints = {0, 3, 6, 0x84, 0x85, 0xFF})
  void aLevelThatIsNotSpokenIsAnswered(int level) {
    Wire wire = server.open(Version.MQTT_311);
    wire.send(new Connect(Version.MQTT_311, server.freshId()).level(level).bytes());

    Frame answer = Objects.requireNonNull(wire.frame(), "no answer");
    assertThat(answer.firstOctet()).isEqualTo(PacketType.CONNACK.firstOctet());
    if (level < Version.MQTT_311.level()) {
      assertThat(answer.body()).containsExactly(0, 1);
    } else {
      // Which form a later version reads nobody knows.
      assertThat(answer.body()).isIn(Bytes.of(0, 1), Bytes.of(0, Codes.UNSUPPORTED_VERSION, 0));
    }
    assertThat(wire.frame()).isNull();
  }

  @Normative(
      mqtt5 = {"MQTT-3.1.2-3", "MQTT-3.1.4-1"},
      mqtt311 = {"MQTT-3.1.2-3", "MQTT-3.1.4-1", "MQTT-3.2.2-6"})
  @ParameterizedTest
  @EnumSource
  void theReservedFlagMustBeZero(Version version) {
    turnsAway(new Connect(version, server.freshId()).flip(RESERVED), version);
  }

  @Normative(
      mqtt5 = {"MQTT-3.1.2-16", "MQTT-3.1.2-17"},
      mqtt311 = {"MQTT-3.1.2-18", "MQTT-3.1.2-19"})
  @ParameterizedTest
  @EnumSource
  void theUserNameIsThereAsItsFlagSays(Version version) {
    server.connected(new Connect(version, server.freshId()).user("u"), version);

    turnsAway(new Connect(version, server.freshId()).flip(USER), version);
    turnsAway(new Connect(version, server.freshId()).user("u").flip(USER), version);
  }

  @Normative(
      mqtt5 = {"MQTT-3.1.2-18", "MQTT-3.1.2-19"},
      mqtt311 = {"MQTT-3.1.2-20", "MQTT-3.1.2-21"})
  @ParameterizedTest
  @EnumSource
  void thePasswordIsThereAsItsFlagSays(Version version) {
    server.connected(new Connect(version, server.freshId()).user("u").password("p"), version);

    Connect without = new Connect(version, server.freshId()).user("u").flip(PASSWORD);
    turnsAway(without, version);
    Connect with = new Connect(version, server.freshId()).user("u").password("p").flip(PASSWORD);
    turnsAway(with, version);
  }

  @Normative(mqtt311 = "MQTT-3.1.2-22")
  @Test
  void aPasswordWithoutUserNameIsForMqtt5Alone() {
    Version old = Version.MQTT_311;
    turnsAway(new Connect(old, server.freshId()).password("p"), old);

    Wire wire = server.open(Version.MQTT_5);
    wire.connect(new Connect(Version.MQTT_5, server.freshId()).password("p"));
  }

  @Normative(
      mqtt5 = {"MQTT-3.1.2-9", "MQTT-3.1.2-11", "MQTT-3.1.2-12", "MQTT-3.1.2-13"},
      mqtt311 = {
        "MQTT-3.1.2-9",
        "MQTT-3.1.2-11",
        "MQTT-3.1.2-13",
        "MQTT-3.1.2-14",
        "MQTT-3.1.2-15"
      })
  @ParameterizedTest
  @EnumSource
  void theWillIsThereAsItsFlagSays(Version version) {
    String id = server.freshId();
    String topic = "v1/up/" + id + "/status";

    turnsAway(new Connect(version, id).flip(WILL), version);
    turnsAway(new Connect(version, id).will(topic, "gone", 0, false).flip(WILL), version);
    turnsAway(new Connect(version, id).flip(WILL_QOS_1), version);
    turnsAway(new Connect(version, id).flip(WILL_RETAIN), version);
    turnsAway(new Connect(version, id).will(topic, "gone", 3, false), version);
  }

  @Normative(
      mqtt5 = {"MQTT-3.1.3-1", "MQTT-3.1.3-2", "MQTT-3.1.3-3"},
      mqtt311 = {"MQTT-3.1.3-1", "MQTT-3.1.3-2", "MQTT-3.1.3-3"})
  @ParameterizedTest
  @EnumSource
  void theFieldsAreReadInTheirOrder(Version version) {
    String id = server.freshId();
    Connect connect =
        new Connect(version, id)
            .will("v1/up/" + id + "/status", "gone", 1, false)
            .user("user")
            .password("password");
    Wire wire = server.connected(connect, version);

    Received.Suback own = wire.subscribe(new Subscribe(1).filter("v1/refused/" + id, 0));
    assertThat(own.codes()).containsExactly(0);
    Received.Suback users = wire.subscribe(new Subscribe(2).filter("v1/refused/user", 0));
    assertThat(users.codes().getFirst()).isGreaterThanOrEqualTo(Codes.UNSPECIFIED);
  }

  @Normative(mqtt5 = "MQTT-3.1.3-3", mqtt311 = "MQTT-3.1.3-3")
  @ParameterizedTest
  @EnumSource
  void aConnectWithoutClientIdIsNone(Version version) {
    byte[] body = new Connect(version, "").body();
    byte[] shorter = Arrays.copyOf(body, body.length - 2);

    server
        .open(version)
        .send(Packets.packet(PacketType.CONNECT.firstOctet(), shorter))
        .expectTurnedAway(Codes.MALFORMED);
  }

  @Normative(mqtt5 = "MQTT-3.1.4-1", mqtt311 = "MQTT-3.1.4-1")
  @ParameterizedTest
  @EnumSource
  void aConnectIsNeitherTooShortNorTooLong(Version version) {
    byte[] body =
        new Connect(version, server.freshId())
            .will("v1/up/7/status", "gone", 1, false)
            .user("user")
            .password("password")
            .body();
    for (int length = 0; length < body.length; length++) {
      byte[] cut = Arrays.copyOf(body, length);
      Wire wire = server.open(version);
      wire.send(Packets.packet(PacketType.CONNECT.firstOctet(), cut));
      wire.expectNothingBegins();
      wire.close();
    }
    byte[] more = Arrays.copyOf(body, body.length + 1);
    server
        .open(version)
        .send(Packets.packet(PacketType.CONNECT.firstOctet(), more))
        .expectTurnedAway(Codes.MALFORMED);
  }

  @Normative(mqtt5 = {"MQTT-3.1.4-2", "MQTT-4.13.2-1"})
  @ParameterizedTest
  @EnumSource
  void whomThereIsNoRoomForIsToldSo(Version version) {
    try (Server small = Server.start(Limits.USUAL.withConnectionsMax(1))) {
      small.connected(version);
      Wire second = small.open(version);

      Received.Connack answer = second.connect(new Connect(version, small.freshId()));
      assertThat(answer.code()).isEqualTo(version.isMqtt5() ? Codes.QUOTA_EXCEEDED : 3);
      second.expectEnd();
    }
  }

  @Normative(mqtt5 = "MQTT-3.1.4-3", mqtt311 = "MQTT-3.1.4-2")
  @ParameterizedTest
  @EnumSource
  void theSameClientAgainEndsItsOlderConnection(Version version) {
    String id = server.freshId();
    Wire older = server.connected(new Connect(version, id), version);
    Wire newer = server.connected(new Connect(version, id), version);

    older.expectRefused(Codes.TAKEN_OVER);
    assertThat(newer.untilPong()).isEmpty();
  }

  @Normative(mqtt5 = "MQTT-3.1.4-6", mqtt311 = "MQTT-3.1.4-5")
  @ParameterizedTest
  @EnumSource
  void whatFollowsARefusedConnectIsNotLookedAt(Version version) {
    long before = server.receivedCount("probe");
    Wire wire = server.open(version);
    wire.send(
        new Connect(version, "no+id").bytes(), server.goodMessage().bytes(version), Packets.ping());

    assertThat(wire.expect(Received.Connack.class).code()).isNotZero();
    wire.expectEnd();
    server.connected(version).publish(server.goodMessage().qos(1, 1));
    assertThat(server.receivedCount("probe")).isEqualTo(before + 1);
  }

  private void turnsAway(Connect connect, Version version) {
    server
        .open(version)
        .send(connect.bytes())
        .expectTurnedAway(Codes.MALFORMED, Codes.PROTOCOL_ERROR);
  }
}
