package city.wayside.edge.conform;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.rig.Served;
import city.wayside.edge.rig.Server;
import city.wayside.edge.wire.Bytes;
import city.wayside.edge.wire.Codes;
import city.wayside.edge.wire.Connect;
import city.wayside.edge.wire.Packets;
import city.wayside.edge.wire.Prop;
import city.wayside.edge.wire.Props;
import city.wayside.edge.wire.Received;
import city.wayside.edge.wire.Version;
import city.wayside.edge.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How connections end.
@ExtendWith(Served.class)
class DisconnectRulesTest {

  private static final Version V5 = Version.MQTT_5;

  private final Server server;

  DisconnectRulesTest(Server server) {
    this.server = server;
  }

  @Test
  void whoSaysGoodbyeIsAnsweredByTheEnd() {
    for (Version version : Version.values()) {
      server.connected(version).send(Packets.disconnect()).expectEnd();
    }
    server.connected(V5).send(Packets.disconnect(0, Props.none())).expectEnd();
    server.connected(V5).send(Bytes.of(0xE0, 1, 0)).expectEnd();
    server.connected(V5).send(Packets.disconnect(Codes.WITH_WILL, Props.none())).expectEnd();
    Props reason = Props.of(Prop.REASON_STRING, "parked").user("why", "ignition off");
    server.connected(V5).send(Packets.disconnect(0, reason)).expectEnd();
  }

  @Normative(mqtt5 = {"MQTT-3.14.2-1", "MQTT-4.13.2-1"})
  @ParameterizedTest
  @ValueSource(ints = {0x80, 0x81, 0x82, 0x83, 0x90, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99})
  void aClientMayGiveItsReason(int code) {
    server.connected(V5).send(Packets.disconnect(code, Props.none())).expectEnd();
  }

  @Normative(mqtt5 = {"MQTT-3.14.2-1", "MQTT-4.13.1-1"})
  @ParameterizedTest
  @ValueSource(ints = {0x01, 0x05, 0x7F, 0x84, 0x85, 0xA3, 0xFF})
  void aReasonThatThereIsNotIsAViolation(int code) {
    server
        .connected(V5)
        .send(Packets.disconnect(code, Props.none()))
        .expectRefused(Codes.PROTOCOL_ERROR, Codes.MALFORMED);
  }

  @Normative(mqtt5 = {"MQTT-3.14.2-2", "MQTT-3.14.4-1", "MQTT-3.14.4-2", "MQTT-4.13.2-1"})
  @Test
  void nothingFollowsTheServersDisconnect() {
    Wire wire = server.connected(V5);
    // What is wrong comes first; the pings behind it must not be answered.
    wire.send(Bytes.hex("C1 00"), Packets.ping(), Packets.ping());

    Received.Goodbye goodbye = wire.expect(Received.Goodbye.class);
    assertThat(goodbye.code()).isEqualTo(Codes.MALFORMED);
    assertThat(goodbye.properties().has(Prop.SESSION_EXPIRY)).isFalse();
    wire.expectEnd();
  }

  @Normative(mqtt5 = {"MQTT-3.1.2-24", "MQTT-3.14.2-3", "MQTT-3.14.2-4"})
  @ParameterizedTest
  @ValueSource(ints = {20, 40, 80})
  void theServersDisconnectIsNeverTooLarge(int packetBytesMax) {
    Wire wire = server.open(V5).acceptsUpTo(packetBytesMax);
    Props small = Props.of(Prop.MAXIMUM_PACKET_SIZE, packetBytesMax);
    wire.send(new Connect(V5, server.freshId()).properties(small).bytes());
    if (wire.nextOrEnd() == null) {
      // What CONNACK must say does not fit.
      return;
    }
    wire.send(Bytes.hex("C1 00")).expectRefused(Codes.MALFORMED);
  }

  @Normative(mqtt311 = "MQTT-4.8.0-1")
  @Test
  void ofMqtt311NothingIsLookedAtAfterAViolation() {
    long before = server.receivedCount("probe");
    Wire wire = server.connected(Version.MQTT_311);
    wire.send(Bytes.hex("C1 00"), server.goodMessage().bytes(Version.MQTT_311));
    wire.expectEnd();

    server.connected(V5).publish(server.goodMessage().qos(1, 1));
    assertThat(server.receivedCount("probe")).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatStopsTellsItsClients(Version version) {
    try (Server stopping = Server.start()) {
      Wire wire = stopping.connected(version);
      stopping.stop();

      wire.expectRefused(Codes.SHUTTING_DOWN, 0x9C, 0x9D);
    }
  }

  @Normative(mqtt5 = {"MQTT-4.13.1-1"})
  @Test
  void aSessionThatWasToEndWithItsConnectionCannotBeProlonged() {
    Wire wire = server.connected(V5);
    wire.send(Packets.disconnect(0, Props.of(Prop.SESSION_EXPIRY, 60)));

    wire.expectRefused(Codes.PROTOCOL_ERROR);
  }

  @Test
  void aConnectionThatIsHalfClosedEnds() {
    for (Version version : Version.values()) {
      server.connected(version).endSending().expectEnd();
      server.open(version).endSending().expectEnd();
    }
  }
}
