package city.wayside.edge.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.wayside.edge.rig.Served;
import city.wayside.edge.rig.Server;
import city.wayside.edge.wire.Codes;
import city.wayside.edge.wire.Connect;
import city.wayside.edge.wire.PacketType;
import city.wayside.edge.wire.Packets;
import city.wayside.edge.wire.Prop;
import city.wayside.edge.wire.Props;
import city.wayside.edge.wire.Publish;
import city.wayside.edge.wire.Received;
import city.wayside.edge.wire.Subscribe;
import city.wayside.edge.wire.Version;
import city.wayside.edge.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Sessions: what outlasts a connection, and for how long. A session is known by its subscription
/// to the refusal notices, which come without anybody else's doing.
@ExtendWith(Served.class)
class SessionRulesTest {

  private static final Version V5 = Version.MQTT_5;
  private static final int KEPT_S = 60;

  private final Server server;

  SessionRulesTest(Server server) {
    this.server = server;
  }

  @Normative(
      mqtt5 = {"MQTT-3.1.2-5", "MQTT-3.1.2-6", "MQTT-3.1.2-23", "MQTT-3.1.3-2", "MQTT-3.2.2-3"},
      mqtt311 = {"MQTT-3.1.2-4", "MQTT-3.1.3-2", "MQTT-3.2.2-2", "MQTT-3.2.2-3", "MQTT-4.1.0-1"})
  @ParameterizedTest
  @EnumSource
  void withoutCleanStartASessionGoesOn(Version version) {
    String id = server.freshId();
    Wire first = server.open(version);
    assertThat(first.connect(kept(version, id)).isSessionPresent()).isFalse();
    first.subscribe(notices(id));
    first.close();

    Wire second = server.open(version);
    assertThat(second.connect(kept(version, id)).isSessionPresent()).isTrue();
    assertThat(isSubscribed(second)).isTrue();
    second.send(Packets.disconnect()).expectEnd();

    Wire third = server.open(version);
    assertThat(third.connect(kept(version, id)).isSessionPresent()).isTrue();
    assertThat(isSubscribed(third)).isTrue();
  }

  @Normative(
      mqtt5 = {"MQTT-3.1.2-4", "MQTT-3.1.4-4", "MQTT-3.2.2-2"},
      mqtt311 = {"MQTT-3.1.2-6", "MQTT-3.1.4-3", "MQTT-3.2.2-1"})
  @ParameterizedTest
  @EnumSource
  void withCleanStartNothingOfItIsLeft(Version version) {
    String id = server.freshId();
    Wire first = server.connected(kept(version, id), version);
    first.subscribe(notices(id));
    first.close();

    Wire clean = server.open(version);
    assertThat(clean.connect(new Connect(version, id)).isSessionPresent()).isFalse();
    assertThat(isSubscribed(clean)).isFalse();
    clean.close();

    Wire last = server.open(version);
    assertThat(last.connect(kept(version, id)).isSessionPresent()).isFalse();
    assertThat(isSubscribed(last)).isFalse();
  }

  @Normative(mqtt5 = "MQTT-4.1.0-2")
  @Test
  void withoutAnExpiryASessionEndsWithItsConnection() {
    String id = server.freshId();
    Wire first = server.connected(new Connect(V5, id).cleanStart(false), V5);
    first.subscribe(notices(id));
    first.close();

    Wire second = server.open(V5);
    assertThat(second.connect(kept(V5, id)).isSessionPresent()).isFalse();
    assertThat(isSubscribed(second)).isFalse();
  }

  @Normative(mqtt5 = "MQTT-4.1.0-2")
  @Test
  void aSessionEndsWhenItsExpiryHasPassed() {
    String id = server.freshId();
    Wire first = server.connected(new Connect(V5, id).cleanStart(false).sessionExpiry(1), V5);
    first.subscribe(notices(id));
    first.close();
    long overMs = server.nowMs() + 3_000;
    await().atMost(Wire.DEADLINE).until(() -> server.nowMs() > overMs);

    Wire second = server.open(V5);
    assertThat(second.connect(kept(V5, id)).isSessionPresent()).isFalse();
    assertThat(isSubscribed(second)).isFalse();
  }

  @Normative(mqtt5 = {"MQTT-3.1.2-23", "MQTT-4.1.0-2"})
  @Test
  void theExpiryCanBeChangedAtTheEnd() {
    String id = server.freshId();
    server
        .connected(kept(V5, id), V5)
        .send(Packets.disconnect(0, Props.of(Prop.SESSION_EXPIRY, 2 * KEPT_S)))
        .expectEnd();
    Wire second = server.open(V5);
    assertThat(second.connect(kept(V5, id)).isSessionPresent()).isTrue();
    second.send(Packets.disconnect(0, Props.of(Prop.SESSION_EXPIRY, 0))).expectEnd();

    assertThat(server.open(V5).connect(kept(V5, id)).isSessionPresent()).isFalse();
  }

  @Normative(
      mqtt5 = {"MQTT-4.1.0-1", "MQTT-3.1.4-3"},
      mqtt311 = {"MQTT-4.1.0-2", "MQTT-3.1.4-2"})
  @ParameterizedTest
  @EnumSource
  void aSessionThatIsInUseIsTakenOver(Version version) {
    String id = server.freshId();
    Wire first = server.connected(kept(version, id), version);
    first.subscribe(notices(id));
    Wire second = server.open(version);
    Received.Connack answer = second.connect(kept(version, id));

    assertThat(answer.isSessionPresent()).isTrue();
    first.expectRefused(Codes.TAKEN_OVER);
    assertThat(isSubscribed(second)).isTrue();
  }

  @Normative(
      mqtt5 = {"MQTT-4.3.3-10", "MQTT-3.1.2-5"},
      mqtt311 = {"MQTT-4.3.3-2", "MQTT-3.1.2-4"})
  @ParameterizedTest
  @EnumSource
  void messagesThatAreNotReleasedAreKnownToTheNextConnection(Version version) {
    long before = server.storedCount();
    String id = server.freshId();
    Wire first = server.connected(kept(version, id), version);
    assertThat(first.publish(server.goodMessage().qos(2, 5)).type()).isEqualTo(PacketType.PUBREC);
    first.close();

    Wire second = server.connected(kept(version, id), version);
    Received.Ack again = second.publish(server.goodMessage().qos(2, 5).dup());
    assertThat(again.type()).isEqualTo(PacketType.PUBREC);
    second.send(Packets.ack(PacketType.PUBREL, 5));
    Received.Ack complete = second.expect(Received.Ack.class);
    assertThat(complete.type()).isEqualTo(PacketType.PUBCOMP);
    assertThat(complete.code()).isZero();
    assertThat(server.storedCount()).as("taken once").isEqualTo(before + 1);
  }

  @Normative(
      mqtt5 = {"MQTT-3.1.2-5", "MQTT-3.1.4-3"},
      mqtt311 = {"MQTT-3.1.2-4", "MQTT-3.1.4-2"})
  @ParameterizedTest
  @EnumSource
  void aSessionGoesOnAtAnotherEdgeNode(Version version) {
    try (Server second = server.second()) {
      String id = server.freshId();
      Wire here = server.connected(kept(version, id), version);
      here.subscribe(notices(id));
      Wire there = second.open(version);

      assertThat(there.connect(kept(version, id)).isSessionPresent()).isTrue();
      here.expectRefused(Codes.TAKEN_OVER);
      assertThat(isSubscribed(there)).isTrue();
      there.close();
      Wire back = server.open(version);
      assertThat(back.connect(kept(version, id)).isSessionPresent()).isTrue();
      assertThat(isSubscribed(back)).isTrue();
    }
  }

  @Test
  void theServerTellsWhenItKeepsASessionForLessTime() {
    long forEver = 0xFFFF_FFFFL;
    Wire wire = server.open(V5);
    Received.Connack answer =
        wire.connect(new Connect(V5, server.freshId()).cleanStart(false).sessionExpiry(forEver));

    assertThat(answer.properties().number(Prop.SESSION_EXPIRY).orElse(forEver)).isPositive();
  }

  private static Connect kept(Version version, String id) {
    Connect connect = new Connect(version, id).cleanStart(false);
    return version.isMqtt5() ? connect.sessionExpiry(KEPT_S) : connect;
  }

  private static Subscribe notices(String id) {
    return new Subscribe(1).filter("v1/refused/" + id, 0);
  }

  /// True when the client gets a notice of a message that is refused.
  private static boolean isSubscribed(Wire wire) {
    wire.send(new Publish("v1/up/7/probe", new byte[] {'{'}));
    return wire.untilPong().stream().anyMatch(Received.Published.class::isInstance);
  }
}
