package city.wayside.edge.conform;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import org.junit.jupiter.params.provider.ValueSource;

/// Receive maximum, both ways: no more messages under way than the other side takes.
@ExtendWith(Served.class)
class FlowControlRulesTest {

  private static final Version V5 = Version.MQTT_5;

  private final Server server;

  FlowControlRulesTest(Server server) {
    this.server = server;
  }

  @Normative(mqtt5 = "MQTT-3.3.4-7")
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void oneMessageMoreThanTheServerTakesEndsTheConnection(int qos) {
    server.holdGrid();
    Wire wire = server.open(V5);
    int receiveMax = connect(wire);
    for (int packetId = 1; packetId <= receiveMax; packetId++) {
      wire.send(server.goodMessage().qos(qos, packetId));
    }
    assertThat(wire.untilPong()).as("as many as it takes").isEmpty();

    wire.send(server.goodMessage().qos(qos, receiveMax + 1));
    wire.expectRefused(Codes.RECEIVE_MAXIMUM_EXCEEDED);
  }

  @Normative(mqtt5 = "MQTT-3.3.4-7")
  @Test
  void messagesThatAreNotReleasedCountToo() {
    Wire wire = server.open(V5);
    int receiveMax = connect(wire);
    for (int packetId = 1; packetId <= receiveMax; packetId++) {
      wire.send(server.goodMessage().qos(2, packetId));
    }
    for (int packetId = 1; packetId <= receiveMax; packetId++) {
      assertThat(wire.expect(Received.Ack.class).type()).isEqualTo(PacketType.PUBREC);
    }
    // One is released, so that there is room for one.
    wire.send(Packets.ack(PacketType.PUBREL, 1));
    assertThat(wire.expect(Received.Ack.class).type()).isEqualTo(PacketType.PUBCOMP);
    assertThat(wire.publish(server.goodMessage().qos(1, 1)).code()).isZero();
    wire.send(server.goodMessage().qos(2, 1));
    assertThat(wire.expect(Received.Ack.class).type()).isEqualTo(PacketType.PUBREC);

    wire.send(server.goodMessage().qos(1, receiveMax + 1));
    wire.expectRefused(Codes.RECEIVE_MAXIMUM_EXCEEDED);
  }

  @Normative(mqtt5 = "MQTT-4.9.0-3")
  @Test
  void refusedMessagesAreNotUnderWay() {
    Wire wire = server.open(V5);
    int receiveMax = connect(wire);
    for (int packetId = 1; packetId <= receiveMax + 10; packetId++) {
      wire.send(new Publish("no/such/topic", new byte[0]).qos(2, packetId));
    }
    for (int packetId = 1; packetId <= receiveMax + 10; packetId++) {
      assertThat(wire.expect(Received.Ack.class).code()).isEqualTo(Codes.TOPIC_INVALID);
    }
    assertThat(wire.untilPong()).isEmpty();
  }

  @Normative(
      mqtt5 = {"MQTT-3.3.4-9", "MQTT-3.3.4-10", "MQTT-4.9.0-1", "MQTT-4.9.0-2", "MQTT-4.9.0-3"})
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void theServerSendsNoMoreThanItsClientTakes(int receiveMax) {
    String station = server.freshId();
    Wire wire = server.open(V5);
    wire.connect(
        new Connect(V5, server.freshId()).properties(Props.of(Prop.RECEIVE_MAXIMUM, receiveMax)));
    wire.subscribe(new Subscribe(1).filter("v1/down/" + station + "/#", 1));
    for (int number = 0; number < 10; number++) {
      server.publishDown("v1/down/" + station + "/denm", "message " + number, 1, false);
    }
    int first = 0;
    for (int number = 0; number < receiveMax; number++) {
      Received.Published message = wire.expect(Received.Published.class);
      assertThat(new String(message.payload(), UTF_8)).isEqualTo("message " + number);
      first = number == 0 ? message.packetId() : first;
    }
    // Everything that is no message goes on.
    assertThat(wire.untilPong()).isEmpty();
    assertThat(wire.publish(server.goodMessage().qos(1, 1)).code()).isZero();
    assertThat(wire.subscribe(new Subscribe(2).filter("v1/down/1/#", 0)).codes())
        .containsExactly(0);

    wire.send(Packets.ack(PacketType.PUBACK, first));
    for (int number = receiveMax; number < 10; number++) {
      Received.Published message = wire.expect(Received.Published.class);
      assertThat(new String(message.payload(), UTF_8)).isEqualTo("message " + number);
      wire.send(Packets.ack(PacketType.PUBACK, message.packetId()));
    }
    assertThat(wire.untilPong()).isEmpty();
  }

  private int connect(Wire wire) {
    Received.Connack answer = wire.connect(new Connect(V5, server.freshId()));
    assertThat(answer.code()).isZero();
    return (int) answer.properties().number(Prop.RECEIVE_MAXIMUM).orElse(65_535);
  }
}
