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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// CONNACK: when it comes and what it says. That its flags, code and properties are legal is
/// checked with every one that is read.
@ExtendWith(Served.class)
class ConnackRulesTest {

  private static final Version V5 = Version.MQTT_5;

  private final Server server;

  ConnackRulesTest(Server server) {
    this.server = server;
  }

  @Normative(
      mqtt5 = {
        "MQTT-3.1.4-5",
        "MQTT-3.2.0-1",
        "MQTT-3.2.0-2",
        "MQTT-3.2.2-1",
        "MQTT-3.2.2-2",
        "MQTT-3.2.2-8",
        "MQTT-4.2.0-1"
      },
      mqtt311 = {"MQTT-3.1.4-4", "MQTT-3.2.0-1", "MQTT-3.2.2-1", "MQTT-7.0.0-2", "MQTT-7.1.1-1"})
  @ParameterizedTest
  @EnumSource
  void itComesFirstAndOnce(Version version) {
    Wire wire = server.open(version);
    wire.send(
        new Connect(version, server.freshId()).bytes(),
        Packets.ping(),
        new Subscribe(7).filter("v1/down/4711/#", 0).subscribe(version),
        server.goodMessage().qos(1, 9).bytes(version));

    Received.Connack answer = wire.expect(Received.Connack.class);
    assertThat(answer.code()).isZero();
    assertThat(answer.isSessionPresent()).isFalse();
    List<Received> more = List.of(wire.next(), wire.next(), wire.next());
    assertThat(more)
        .hasAtLeastOneElementOfType(Received.Pong.class)
        .hasAtLeastOneElementOfType(Received.Suback.class)
        .hasAtLeastOneElementOfType(Received.Ack.class);
    assertThat(wire.untilPong()).isEmpty();
  }

  @Normative(mqtt5 = "MQTT-3.2.2-9")
  @Test
  void aServerThatNamesNoMaximumQosTakesQos2() {
    Wire wire = server.open(V5);
    Received.Connack answer = wire.connect(new Connect(V5, server.freshId()));

    assertThat(answer.properties().has(Prop.MAXIMUM_QOS)).isFalse();
    Received.Ack received = wire.publish(server.goodMessage().qos(2, 3));
    assertThat(received.type()).isEqualTo(PacketType.PUBREC);
    assertThat(received.code()).isZero();
  }

  @Test
  void itTellsWhatIsOffered() {
    Wire wire = server.open(V5);
    Received.Connack answer = wire.connect(new Connect(V5, server.freshId()));

    assertThat(answer.properties().number(Prop.SHARED_AVAILABLE)).hasValue(0);
    assertThat(answer.properties().number(Prop.RETAIN_AVAILABLE).orElse(1)).isEqualTo(1);
    assertThat(answer.properties().number(Prop.WILDCARDS_AVAILABLE).orElse(1)).isEqualTo(1);
    assertThat(answer.properties().number(Prop.SUBSCRIPTION_IDS_AVAILABLE).orElse(1)).isEqualTo(1);
    assertThat(answer.properties().number(Prop.RECEIVE_MAXIMUM).orElse(65_535)).isPositive();
    assertThat(answer.properties().number(Prop.MAXIMUM_PACKET_SIZE)).hasValue(262_144);
    assertThat(answer.properties().number(Prop.TOPIC_ALIAS_MAXIMUM).orElse(0)).isPositive();
  }

  @Normative(mqtt5 = "MQTT-3.1.2-28")
  @Test
  void responseInformationIsNotSentUnasked() {
    for (Props asked : List.of(Props.none(), Props.of(Prop.REQUEST_RESPONSE_INFO, 0))) {
      Wire wire = server.open(V5);
      Received.Connack answer = wire.connect(new Connect(V5, server.freshId()).properties(asked));

      assertThat(answer.properties().has(Prop.RESPONSE_INFO)).isFalse();
    }
  }

  @Normative(mqtt5 = "MQTT-3.1.2-29")
  @Test
  void whoWantsNoProblemInformationGetsNoReasons() {
    Connect connect =
        new Connect(V5, server.freshId()).properties(Props.of(Prop.REQUEST_PROBLEM_INFO, 0));
    Wire wire = server.connected(connect, V5);

    Publish wrong = new Publish("v1/up/7/probe", new byte[0]);
    Received.Ack refused = wire.publish(wrong.qos(1, 1));
    assertThat(refused.code()).isGreaterThanOrEqualTo(Codes.UNSPECIFIED);
    assertThat(refused.properties().values()).isEmpty();
    Received.Ack refused2 = wire.publish(wrong.qos(2, 2));
    assertThat(refused2.code()).isGreaterThanOrEqualTo(Codes.UNSPECIFIED);
    assertThat(refused2.properties().values()).isEmpty();
    assertThat(wire.subscribe(new Subscribe(3).filter("no/such", 0)).properties().values())
        .isEmpty();
    assertThat(wire.unsubscribe(new Subscribe(4).filter("no/such")).properties().values())
        .isEmpty();
  }

  @Normative(mqtt5 = {"MQTT-3.1.2-24", "MQTT-3.2.2-19", "MQTT-3.2.2-20"})
  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5, 16, 24, 64})
  void itIsNeverTooLargeForItsClient(int packetBytesMax) {
    Wire wire = server.open(V5).acceptsUpTo(packetBytesMax);
    Props small = Props.of(Prop.MAXIMUM_PACKET_SIZE, packetBytesMax);
    wire.send(new Connect(V5, "no+id").properties(small).bytes());

    Received answer = wire.nextOrEnd();
    if (answer instanceof Received.Connack refusal) {
      assertThat(refusal.code()).isEqualTo(Codes.CLIENT_ID_NOT_VALID);
      wire.expectEnd();
    } else {
      // Without properties it has five octets.
      assertThat(answer).isNull();
      assertThat(packetBytesMax).isLessThan(5);
    }
  }
}
