package city.wayside.edge.conform;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.rig.Limits;
import city.wayside.edge.rig.Served;
import city.wayside.edge.rig.Server;
import city.wayside.edge.wire.Bytes;
import city.wayside.edge.wire.Codes;
import city.wayside.edge.wire.Connect;
import city.wayside.edge.wire.PacketType;
import city.wayside.edge.wire.Prop;
import city.wayside.edge.wire.Props;
import city.wayside.edge.wire.Publish;
import city.wayside.edge.wire.Received;
import city.wayside.edge.wire.Version;
import city.wayside.edge.wire.Wire;
import city.wayside.model.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// PUBLISH from a client, with QoS 0 and 1, and what is wrong with some.
@ExtendWith(Served.class)
class PublishRulesTest {

  private static final Version V5 = Version.MQTT_5;

  private final Server server;

  PublishRulesTest(Server server) {
    this.server = server;
  }

  @Normative(
      mqtt5 = {"MQTT-3.3.4-1", "MQTT-4.3.2-4", "MQTT-3.4.2-1"},
      mqtt311 = {"MQTT-3.3.4-1", "MQTT-4.3.2-2"})
  @ParameterizedTest
  @EnumSource
  void qos1IsAcknowledgedWhenItIsTakenOver(Version version) {
    Wire wire = server.connected(version);
    // Behind all that others have sent before, answered or not.
    wire.publish(server.goodMessage().qos(1, 76));
    long before = server.storedCount();

    Received.Ack answer = wire.publish(server.goodMessage().qos(1, 77));
    assertThat(answer.type()).isEqualTo(PacketType.PUBACK);
    assertThat(answer.packetId()).isEqualTo(77);
    assertThat(answer.code()).isZero();
    assertThat(server.storedCount()).isEqualTo(before + 1);
  }

  @Normative(mqtt5 = "MQTT-3.3.4-1", mqtt311 = "MQTT-3.3.4-1")
  @ParameterizedTest
  @EnumSource
  void qos0IsNotAnswered(Version version) {
    Wire wire = server.connected(version);
    wire.send(server.goodMessage());
    wire.send(new Publish("v1/up/7/probe", new byte[] {'{'}));
    wire.send(new Publish("no/such/topic", new byte[0]));

    assertThat(wire.untilPong()).isEmpty();
  }

  @Normative(mqtt5 = "MQTT-4.3.2-5", mqtt311 = "MQTT-4.3.2-2")
  @ParameterizedTest
  @EnumSource
  void anIdThatWasAcknowledgedIsForTheNextMessage(Version version) {
    long before = server.storedCount();
    Wire wire = server.connected(version);
    wire.publish(server.goodMessage().qos(1, 5));
    wire.publish(server.goodMessage().qos(1, 5).dup());
    wire.publish(server.goodMessage().qos(1, 5));

    assertThat(server.storedCount()).isEqualTo(before + 3);
  }

  @Normative(mqtt5 = "MQTT-3.3.1-2", mqtt311 = "MQTT-3.3.1-2")
  @ParameterizedTest
  @EnumSource
  void dupAtQos0EndsTheConnection(Version version) {
    refuses(version, server.goodMessage().dup(), Codes.MALFORMED, Codes.PROTOCOL_ERROR);
  }

  @Normative(
      mqtt5 = {"MQTT-3.3.1-4", "MQTT-4.13.1-1"},
      mqtt311 = {"MQTT-3.3.1-4", "MQTT-4.8.0-1"})
  @ParameterizedTest
  @EnumSource
  void qos3EndsTheConnection(Version version) {
    refuses(version, server.goodMessage().qos(3, 1), Codes.MALFORMED);
  }

  @Normative(
      mqtt5 = {"MQTT-3.3.2-2", "MQTT-4.7.0-1"},
      mqtt311 = {"MQTT-3.3.2-2", "MQTT-4.7.1-1"})
  @ParameterizedTest
  @ValueSource(strings = {"#", "+", "v1/up/+/probe", "v1/up/7/#", "v1/up/7+/probe", "v1/up/#7/cam"})
  void aTopicWithWildcardsIsNotTaken(String topic) {
    for (Version version : Version.values()) {
      long before = server.storedCount();
      Wire wire = server.connected(version);
      wire.send(new Publish(topic, server.probe(7)).qos(1, 1));

      Received answer = wire.nextOrEnd();
      if (answer instanceof Received.Ack ack) {
        assertThat(ack.code()).isEqualTo(version.isMqtt5() ? Codes.TOPIC_INVALID : 0);
      } else if (answer instanceof Received.Goodbye goodbye) {
        assertThat(goodbye.code()).isIn(Codes.TOPIC_INVALID, Codes.MALFORMED, Codes.PROTOCOL_ERROR);
        wire.expectEnd();
      } else {
        assertThat(answer).as("the end in MQTT 3.1.1").isNull();
        assertThat(version).isEqualTo(Version.MQTT_311);
      }
      assertThat(server.storedCount()).isEqualTo(before);
    }
  }

  @Normative(
      mqtt5 = {"MQTT-3.3.2-1", "MQTT-4.7.3-1", "MQTT-4.13.1-1"},
      mqtt311 = {"MQTT-4.7.3-1", "MQTT-4.8.0-1"})
  @ParameterizedTest
  @EnumSource
  void aTopicHasAtLeastOneCharacter(Version version) {
    Publish message = new Publish("", server.probe(7)).qos(1, 1);

    refuses(version, message, Codes.PROTOCOL_ERROR, Codes.MALFORMED, Codes.TOPIC_INVALID);
  }

  @Normative(mqtt5 = "MQTT-4.7.3-3", mqtt311 = "MQTT-4.7.3-3")
  @ParameterizedTest
  @EnumSource
  void theLongestTopicThatThereIsCanBeRead(Version version) {
    String topic = "v1/up/7/" + "x".repeat(65_535 - "v1/up/7/".length());
    Wire wire = server.connected(version);

    Received.Ack answer = wire.publish(new Publish(topic, new byte[0]).qos(1, 1));
    assertThat(answer.code()).isEqualTo(version.isMqtt5() ? Codes.TOPIC_INVALID : 0);
    assertThat(wire.untilPong()).isEmpty();
  }

  @Normative(
      mqtt5 = "MQTT-4.7.3-4",
      mqtt311 = {"MQTT-3.3.5-2", "MQTT-4.7.3-4"})
  @ParameterizedTest
  @ValueSource(
      strings = {
        "V1/up/7/probe",
        "v1/UP/7/probe",
        "v1/up/7/probe/",
        "/v1/up/7/probe",
        "v1/up/7/probe ",
        "v1//up/7/probe",
        "v1/down/7/probe",
        "v1/geo/1/2/probe",
        "v1/refused/7",
        "$SYS/up",
        "$share/g/v1/up/7/probe"
      })
  void aTopicElsewhereIsRefusedAndTheConnectionGoesOn(String topic) {
    for (Version version : Version.values()) {
      long before = server.refusedCount(Refusal.UNKNOWN_TOPIC);
      Wire wire = server.connected(version);

      Received.Ack puback = wire.publish(new Publish(topic, server.probe(7)).qos(1, 1));
      assertThat(puback.code()).isEqualTo(version.isMqtt5() ? Codes.TOPIC_INVALID : 0);
      Received.Ack pubrec = wire.publish(new Publish(topic, server.probe(7)).qos(2, 2));
      assertThat(pubrec.code()).isEqualTo(version.isMqtt5() ? Codes.TOPIC_INVALID : 0);
      assertThat(wire.untilPong()).isEmpty();
      assertThat(server.refusedCount(Refusal.UNKNOWN_TOPIC)).isEqualTo(before + 2);
    }
  }

  @Normative(mqtt5 = "MQTT-3.3.2-14")
  @ParameterizedTest
  @ValueSource(strings = {"#", "a/+", "a/#", "+/a"})
  void aResponseTopicWithWildcardsEndsTheConnection(String topic) {
    Props response = Props.of(Prop.RESPONSE_TOPIC, topic);

    refuses(
        V5,
        server.goodMessage().qos(1, 1).properties(response),
        Codes.PROTOCOL_ERROR,
        Codes.MALFORMED,
        Codes.TOPIC_INVALID);
  }

  @Normative(mqtt5 = {"MQTT-3.3.4-6", "MQTT-4.13.1-1"})
  @Test
  void aSubscriptionIdentifierEndsTheConnection() {
    refuses(
        V5,
        server.goodMessage().properties(Props.of(Prop.SUBSCRIPTION_ID, 1)),
        Codes.PROTOCOL_ERROR,
        Codes.MALFORMED);
  }

  @Normative(mqtt5 = {"MQTT-3.1.2-24", "MQTT-3.4.2-2", "MQTT-3.4.2-3"})
  @ParameterizedTest
  @ValueSource(ints = {5, 8, 20, 40, 80, 1000})
  void aPubackIsNeverTooLargeForItsClient(int packetBytesMax) {
    Wire wire = server.open(V5);
    wire.send(
        new Connect(V5, server.freshId())
            .properties(Props.of(Prop.MAXIMUM_PACKET_SIZE, packetBytesMax))
            .bytes());
    if (wire.acceptsUpTo(packetBytesMax).nextOrEnd() == null) {
      // What CONNACK must say does not fit.
      return;
    }
    Received.Ack answer = wire.publish(new Publish("v1/up/7/probe", new byte[0]).qos(1, 3));

    assertThat(answer.code()).isGreaterThanOrEqualTo(Codes.UNSPECIFIED);
    boolean isTold = answer.properties().has(Prop.REASON_STRING);
    assertThat(isTold).as("the reason, which has some fifty octets").isEqualTo(packetBytesMax > 40);
  }

  @Normative(
      mqtt5 = {"MQTT-3.2.2-15", "MQTT-4.13.2-1"},
      mqtt311 = {"MQTT-4.8.0-2"})
  @ParameterizedTest
  @EnumSource
  void aPacketThatIsTooLargeEndsTheConnection(Version version) {
    try (Server small = Server.start(Limits.USUAL.withPacketBytesMax(2_000))) {
      Wire fits = small.connected(version);
      Received.Ack answer = fits.publish(new Publish("v1/up/7/cam", new byte[1_900]).qos(1, 1));
      assertThat(answer.type()).isEqualTo(PacketType.PUBACK);
      assertThat(fits.untilPong()).isEmpty();

      Wire wire = small.connected(version);
      wire.send(new Publish("v1/up/7/cam", new byte[2_000]).qos(1, 1));
      wire.expectRefused(Codes.PACKET_TOO_LARGE);
      // It is told when the length is read, and does not wait for the rest.
      Wire waiting = small.connected(version);
      waiting.send(Bytes.hex("32 FFFFFF7F 0000"));
      waiting.expectRefused(Codes.PACKET_TOO_LARGE);
    }
  }

  @Test
  void retainOnTheWayUpIsPassedOver() {
    for (Version version : Version.values()) {
      long before = server.storedCount();
      Wire wire = server.connected(version);

      assertThat(wire.publish(server.goodMessage().retain().qos(1, 1)).code()).isZero();
      assertThat(server.storedCount()).isEqualTo(before + 1);
    }
  }

  @Test
  void answersToMessagesOfOneQosComeInTheirOrder() {
    Wire wire = server.connected(V5);
    for (int packetId = 1; packetId <= 50; packetId++) {
      wire.send(server.goodMessage().qos(1, packetId));
    }
    for (int packetId = 1; packetId <= 50; packetId++) {
      assertThat(wire.expect(Received.Ack.class).packetId()).isEqualTo(packetId);
    }
  }

  private void refuses(Version version, Publish message, int... codes) {
    Wire wire = server.connected(version);
    wire.send(message).expectRefused(codes);
    wire.close();
  }
}
