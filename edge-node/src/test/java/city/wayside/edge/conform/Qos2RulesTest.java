package city.wayside.edge.conform;

import static org.assertj.core.api.Assertions.assertThat;

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
import city.wayside.edge.wire.Version;
import city.wayside.edge.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// QoS 2 on its way up: each message is taken once.
@ExtendWith(Served.class)
class Qos2RulesTest {

  private static final Version V5 = Version.MQTT_5;

  private final Server server;

  Qos2RulesTest(Server server) {
    this.server = server;
  }

  @Normative(
      mqtt5 = {
        "MQTT-3.3.4-1",
        "MQTT-3.5.2-1",
        "MQTT-3.7.2-1",
        "MQTT-4.3.3-8",
        "MQTT-4.3.3-11",
        "MQTT-4.3.3-12"
      },
      mqtt311 = {"MQTT-3.3.4-1", "MQTT-4.3.3-2"})
  @ParameterizedTest
  @EnumSource
  void theExchangeIsReceivedReleasedComplete(Version version) {
    long before = server.storedCount();
    Wire wire = server.connected(version);
    for (int round = 1; round <= 3; round++) {
      Received.Ack pubrec = wire.publish(server.goodMessage().qos(2, 9));
      assertThat(pubrec.type()).isEqualTo(PacketType.PUBREC);
      assertThat(pubrec.code()).isZero();
      assertThat(server.storedCount()).as("taken over before PUBREC").isEqualTo(before + round);
      release(wire, 9);
    }
  }

  @Normative(mqtt5 = "MQTT-4.3.3-10", mqtt311 = "MQTT-4.3.3-2")
  @ParameterizedTest
  @EnumSource
  void beforeItIsReleasedAnIdIsAnsweredAgainAndTakenOnce(Version version) {
    long before = server.storedCount();
    Wire wire = server.connected(version);
    wire.publish(server.goodMessage().qos(2, 4));

    // Another message under the same id: whoever takes it counts one more.
    for (int again = 0; again < 3; again++) {
      Received.Ack pubrec = wire.publish(server.goodMessage().qos(2, 4).dup());
      assertThat(pubrec.type()).isEqualTo(PacketType.PUBREC);
      assertThat(pubrec.packetId()).isEqualTo(4);
      assertThat(pubrec.code()).isZero();
    }
    release(wire, 4);
    wire.publish(server.goodMessage().qos(1, 5));
    assertThat(server.storedCount()).isEqualTo(before + 2);
  }

  @Normative(mqtt5 = {"MQTT-4.3.3-9", "MQTT-3.5.2-1"})
  @Test
  void afterARefusalAnIdIsForTheNextMessage() {
    long before = server.storedCount();
    Wire wire = server.connected(V5);
    Received.Ack refused = wire.publish(new Publish("no/such/topic", new byte[0]).qos(2, 6));
    assertThat(refused.type()).isEqualTo(PacketType.PUBREC);
    assertThat(refused.code()).isEqualTo(Codes.TOPIC_INVALID);

    Received.Ack taken = wire.publish(server.goodMessage().qos(2, 6));
    assertThat(taken.code()).isZero();
    release(wire, 6);
    assertThat(server.storedCount()).isEqualTo(before + 1);
  }

  @Normative(mqtt5 = "MQTT-3.7.2-1")
  @Test
  void anIdThatIsNotUnderWayIsNotFound() {
    Wire wire = server.connected(V5);
    wire.send(Packets.ack(PacketType.PUBREL, 300));

    Received.Ack pubcomp = wire.expect(Received.Ack.class);
    assertThat(pubcomp.type()).isEqualTo(PacketType.PUBCOMP);
    assertThat(pubcomp.packetId()).isEqualTo(300);
    assertThat(pubcomp.code()).isEqualTo(Codes.ID_NOT_FOUND);
  }

  @Normative(mqtt5 = "MQTT-4.3.3-11", mqtt311 = "MQTT-4.3.3-2")
  @ParameterizedTest
  @EnumSource
  void everyReleaseIsAnswered(Version version) {
    Wire wire = server.connected(version);
    wire.publish(server.goodMessage().qos(2, 8));
    release(wire, 8);
    wire.send(Packets.ack(PacketType.PUBREL, 8));

    Received.Ack pubcomp = wire.expect(Received.Ack.class);
    assertThat(pubcomp.type()).isEqualTo(PacketType.PUBCOMP);
    assertThat(pubcomp.packetId()).isEqualTo(8);
  }

  @Normative(mqtt5 = "MQTT-4.3.3-13")
  @Test
  void aMessageThatSoonExpiresGoesThroughTheWholeExchange() {
    Wire wire = server.connected(V5);
    Publish message = server.goodMessage().qos(2, 2).properties(Props.of(Prop.MESSAGE_EXPIRY, 0));

    assertThat(wire.publish(message).type()).isEqualTo(PacketType.PUBREC);
    release(wire, 2);
  }

  @Normative(
      mqtt5 = {"MQTT-3.1.2-24", "MQTT-3.5.2-2", "MQTT-3.5.2-3", "MQTT-3.7.2-2", "MQTT-3.7.2-3"})
  @ParameterizedTest
  @ValueSource(ints = {20, 40, 80})
  void itsAnswersAreNeverTooLargeForTheirClient(int packetBytesMax) {
    Wire wire = server.open(V5).acceptsUpTo(packetBytesMax);
    wire.send(
        new Connect(V5, server.freshId())
            .properties(Props.of(Prop.MAXIMUM_PACKET_SIZE, packetBytesMax))
            .bytes());
    if (wire.nextOrEnd() == null) {
      // What CONNACK must say does not fit.
      return;
    }
    Publish wrong = new Publish("v1/up/7/" + "x".repeat(packetBytesMax), new byte[0]);

    assertThat(wire.publish(wrong.qos(2, 3)).code()).isEqualTo(Codes.TOPIC_INVALID);
    wire.send(Packets.ack(PacketType.PUBREL, 3));
    assertThat(wire.expect(Received.Ack.class).code()).isEqualTo(Codes.ID_NOT_FOUND);
  }

  @Normative(mqtt5 = "MQTT-4.3.3-10", mqtt311 = "MQTT-4.3.3-2")
  @ParameterizedTest
  @EnumSource
  void idsUnderWayAreKeptApart(Version version) {
    long before = server.storedCount();
    Wire wire = server.connected(version);
    wire.publish(server.goodMessage().qos(2, 1));
    wire.publish(server.goodMessage().qos(2, 2));
    release(wire, 1);
    Received.Ack again = wire.publish(server.goodMessage().qos(2, 2).dup());

    assertThat(again.type()).isEqualTo(PacketType.PUBREC);
    release(wire, 2);
    assertThat(server.storedCount()).isEqualTo(before + 2);
  }

  private static void release(Wire wire, int packetId) {
    wire.send(Packets.ack(PacketType.PUBREL, packetId));
    Received.Ack pubcomp = wire.expect(Received.Ack.class);
    assertThat(pubcomp.type()).isEqualTo(PacketType.PUBCOMP);
    assertThat(pubcomp.packetId()).isEqualTo(packetId);
    assertThat(pubcomp.code()).isZero();
  }
}
