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
import city.wayside.edge.wire.Subscribe;
import city.wayside.edge.wire.Version;
import city.wayside.edge.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// UNSUBSCRIBE and UNSUBACK. What a client is subscribed to is seen from its refusal notices, which
/// come up and go down on the same connection.
@ExtendWith(Served.class)
class UnsubscribeRulesTest {

  private static final Version V5 = Version.MQTT_5;

  private final Server server;

  UnsubscribeRulesTest(Server server) {
    this.server = server;
  }

  @Normative(
      mqtt5 = {"MQTT-3.10.4-4", "MQTT-3.10.4-5", "MQTT-3.10.4-6", "MQTT-3.11.3-1", "MQTT-3.11.3-2"},
      mqtt311 = {"MQTT-3.10.4-4", "MQTT-3.10.4-5", "MQTT-3.10.4-6"})
  @ParameterizedTest
  @EnumSource
  void everyFilterIsAnsweredInItsPlace(Version version) {
    Wire wire = server.connected(version);
    wire.subscribe(new Subscribe(1).filter("v1/down/1/#", 0).filter("v1/down/2/#", 1));
    Received.Unsuback answer =
        wire.unsubscribe(
            new Subscribe(600)
                .filter("v1/down/3/#")
                .filter("v1/down/2/#")
                .filter("no/such")
                .filter("v1/down/1/#")
                .filter("v1/down/1/#"));

    assertThat(answer.packetId()).isEqualTo(600);
    if (version.isMqtt5()) {
      int none = Codes.NO_SUBSCRIPTION;
      assertThat(answer.codes()).containsExactly(none, 0, none, 0, none);
    }
    Received.Unsuback nothing = wire.unsubscribe(new Subscribe(601).filter("v1/down/1/#"));
    assertThat(nothing.packetId()).isEqualTo(601);
  }

  @Normative(
      mqtt5 = {"MQTT-3.10.4-1", "MQTT-3.10.4-2", "MQTT-4.7.3-4"},
      mqtt311 = {"MQTT-3.10.4-1", "MQTT-3.10.4-2", "MQTT-4.7.3-4"})
  @ParameterizedTest
  @EnumSource
  void onlyTheSameFilterEndsASubscription(Version version) {
    String id = server.freshId();
    Wire wire = server.connected(new Connect(version, id), version);
    wire.subscribe(new Subscribe(1).filter("v1/refused/" + id, 0));
    wire.unsubscribe(
        new Subscribe(2)
            .filter("v1/refused/#")
            .filter("v1/refused/+")
            .filter("V1/refused/" + id)
            .filter("v1/refused/" + id + "/"));
    assertThat(noticesOfARefusal(wire)).isEqualTo(1);

    wire.unsubscribe(new Subscribe(3).filter("v1/refused/" + id));
    assertThat(noticesOfARefusal(wire)).isZero();
  }

  @Normative(mqtt5 = "MQTT-3.8.4-3", mqtt311 = "MQTT-3.8.4-3")
  @ParameterizedTest
  @EnumSource
  void theSameFilterAgainReplacesTheSubscription(Version version) {
    String id = server.freshId();
    Wire wire = server.connected(new Connect(version, id), version);
    wire.subscribe(new Subscribe(1).filter("v1/refused/" + id, 0));
    wire.subscribe(new Subscribe(2).filter("v1/refused/" + id, 1));
    assertThat(noticesOfARefusal(wire)).isEqualTo(1);

    Received.Unsuback answer = wire.unsubscribe(new Subscribe(3).filter("v1/refused/" + id));
    assertThat(answer.codes()).allMatch(code -> code == 0);
    assertThat(noticesOfARefusal(wire)).isZero();
  }

  @Normative(
      mqtt5 = {"MQTT-3.10.3-2", "MQTT-4.13.1-1"},
      mqtt311 = {"MQTT-3.10.3-2", "MQTT-4.8.0-1"})
  @ParameterizedTest
  @EnumSource
  void anUnsubscribeWithoutFiltersEndsTheConnection(Version version) {
    Wire wire = server.connected(version);
    wire.send(new Subscribe(1).unsubscribe(version));
    wire.expectRefused(Codes.PROTOCOL_ERROR, Codes.MALFORMED);
  }

  @Normative(mqtt5 = {"MQTT-3.1.2-24", "MQTT-3.11.2-1", "MQTT-3.11.2-2"})
  @ParameterizedTest
  @ValueSource(ints = {20, 40, 80})
  void anUnsubackIsNeverTooLargeForItsClient(int packetBytesMax) {
    Wire wire = server.open(V5).acceptsUpTo(packetBytesMax);
    Props small = Props.of(Prop.MAXIMUM_PACKET_SIZE, packetBytesMax);
    wire.send(new Connect(V5, server.freshId()).properties(small).bytes());
    if (wire.nextOrEnd() == null) {
      // What CONNACK must say does not fit.
      return;
    }
    Received.Unsuback answer =
        wire.unsubscribe(new Subscribe(1).filter("no/such/" + "x".repeat(packetBytesMax)));
    assertThat(answer.codes()).containsExactly(Codes.NO_SUBSCRIPTION);
  }

  @Test
  void acknowledgementsOfNothingAreIgnored() {
    Wire wire = server.connected(V5);
    wire.send(Packets.ack(PacketType.PUBACK, 77));

    assertThat(wire.untilPong()).isEmpty();
  }

  /// How many notices come of one message that is refused.
  private static int noticesOfARefusal(Wire wire) {
    wire.send(new Publish("v1/up/7/probe", new byte[] {'{'}));
    return (int) wire.untilPong().stream().filter(Received.Published.class::isInstance).count();
  }
}
