package city.wayside.edge.conform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.rig.Served;
import city.wayside.edge.rig.Server;
import city.wayside.edge.wire.Codes;
import city.wayside.edge.wire.Connect;
import city.wayside.edge.wire.Prop;
import city.wayside.edge.wire.Props;
import city.wayside.edge.wire.Publish;
import city.wayside.edge.wire.Received;
import city.wayside.edge.wire.Subscribe;
import city.wayside.edge.wire.Version;
import city.wayside.edge.wire.Wire;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Topic aliases, both ways.
@ExtendWith(Served.class)
class AliasRulesTest {

  private static final Version V5 = Version.MQTT_5;

  private final Server server;

  AliasRulesTest(Server server) {
    this.server = server;
  }

  @Normative(mqtt5 = "MQTT-3.3.2-12")
  @Test
  void everyAliasUpToTheMaximumIsUnderstood() {
    long before = server.storedCount();
    Wire wire = server.open(V5);
    int aliasMax = connect(wire, Props.none());
    assertThat(aliasMax).isPositive();
    long[] stations = new long[aliasMax + 1];
    for (int alias = 1; alias <= aliasMax; alias++) {
      stations[alias] = server.freshStation();
      String topic = "v1/up/" + stations[alias] + "/probe";
      take(wire, topic, server.probe(stations[alias]), alias);
    }
    for (int alias = 1; alias <= aliasMax; alias++) {
      // The payload names its station, so that a wrong topic would be noticed.
      take(wire, "", probeNaming(stations[alias]), alias);
    }
    assertThat(server.storedCount()).isEqualTo(before + 2L * aliasMax);
  }

  @Normative(mqtt5 = "MQTT-3.3.2-12")
  @Test
  void anAliasCanBeGivenToAnotherTopic() {
    Wire wire = server.open(V5);
    connect(wire, Props.none());
    long first = server.freshStation();
    long second = server.freshStation();
    take(wire, Server.topicOf(first), probeNaming(first), 1);
    take(wire, Server.topicOf(second), probeNaming(second), 1);
    take(wire, "", probeNaming(second), 1);
  }

  @Normative(mqtt5 = {"MQTT-3.3.2-8", "MQTT-4.13.1-1"})
  @Test
  void aliasZeroEndsTheConnection() {
    Wire wire = server.open(V5);
    connect(wire, Props.none());

    wire.send(server.goodMessage().properties(Props.of(Prop.TOPIC_ALIAS, 0)));
    wire.expectRefused(Codes.ALIAS_INVALID, Codes.PROTOCOL_ERROR, Codes.MALFORMED);
  }

  @Normative(mqtt5 = {"MQTT-3.2.2-17", "MQTT-3.3.2-9"})
  @Test
  void anAliasAboveTheMaximumEndsTheConnection() {
    Wire wire = server.open(V5);
    int aliasMax = connect(wire, Props.none());

    wire.send(server.goodMessage().properties(Props.of(Prop.TOPIC_ALIAS, aliasMax + 1)));
    wire.expectRefused(Codes.ALIAS_INVALID);
  }

  @Normative(mqtt5 = "MQTT-4.13.1-1")
  @Test
  void anAliasThatStandsForNothingEndsTheConnection() {
    Wire wire = server.open(V5);
    connect(wire, Props.none());

    wire.send(new Publish("", new byte[0]).properties(Props.of(Prop.TOPIC_ALIAS, 1)));
    wire.expectRefused(Codes.PROTOCOL_ERROR, Codes.ALIAS_INVALID);
  }

  @Normative(mqtt5 = "MQTT-3.3.2-7")
  @Test
  void aliasesEndWithTheirConnection() {
    String id = server.freshId();
    Connect connect = new Connect(V5, id).cleanStart(false).sessionExpiry(60);
    Wire first = server.connected(connect, V5);
    long station = server.freshStation();
    take(first, Server.topicOf(station), server.probe(station), 1);
    first.close();

    Wire second = server.connected(new Connect(V5, id).cleanStart(false), V5);
    second.send(new Publish("", server.probe(station)).properties(Props.of(Prop.TOPIC_ALIAS, 1)));
    second.expectRefused(Codes.PROTOCOL_ERROR, Codes.ALIAS_INVALID);
  }

  @Normative(mqtt5 = {"MQTT-3.1.2-27", "MQTT-3.3.2-11"})
  @Test
  void whoGivesNoMaximumGetsNoAliases() {
    String place = server.freshPlace();
    Wire wire = server.open(V5);
    connect(wire, Props.none());
    wire.subscribe(new Subscribe(1).filter("v1/geo/" + place + "/#", 0));
    for (int round = 0; round < 3; round++) {
      server.publishDown("v1/geo/" + place + "/denm", "round " + round, 0, false);
    }
    for (int round = 0; round < 3; round++) {
      Received.Published message = wire.expect(Received.Published.class);
      assertThat(message.properties().has(Prop.TOPIC_ALIAS)).isFalse();
      assertThat(message.topic()).isEqualTo("v1/geo/" + place + "/denm");
    }
  }

  @Normative(mqtt5 = {"MQTT-3.1.2-26", "MQTT-3.3.2-8", "MQTT-3.3.2-11"})
  @Test
  void whoGivesAMaximumGetsAliasesUpToIt() {
    String place = server.freshPlace();
    Wire wire = server.open(V5);
    connect(wire, Props.of(Prop.TOPIC_ALIAS_MAXIMUM, 2));
    wire.subscribe(new Subscribe(1).filter("v1/geo/" + place + "/#", 0));
    String[] types = {"denm", "cam", "ivim", "denm", "cam", "ivim", "denm"};
    for (String type : types) {
      server.publishDown("v1/geo/" + place + "/" + type, type, 0, false);
    }
    Map<Long, String> topics = new HashMap<>();
    for (String type : types) {
      Received.Published message = wire.expect(Received.Published.class);
      String topic = message.topic();
      if (message.properties().has(Prop.TOPIC_ALIAS)) {
        long alias = message.properties().number(Prop.TOPIC_ALIAS).orElseThrow();
        assertThat(alias).isBetween(1L, 2L);
        topic = topic.isEmpty() ? topics.getOrDefault(alias, "none") : topic;
        topics.put(alias, topic);
      }
      assertThat(topic).isEqualTo("v1/geo/" + place + "/" + type);
    }
  }

  private int connect(Wire wire, Props props) {
    Received.Connack answer = wire.connect(new Connect(V5, server.freshId()).properties(props));
    assertThat(answer.code()).isZero();
    return (int) answer.properties().number(Prop.TOPIC_ALIAS_MAXIMUM).orElse(0);
  }

  private byte[] probeNaming(long stationId) {
    String probe = new String(server.probe(stationId), UTF_8);
    return probe.replaceFirst("[{]", "{\"station\":" + stationId + ",").getBytes(UTF_8);
  }

  private static void take(Wire wire, String topic, byte[] payload, int alias) {
    Received.Ack answer =
        wire.publish(
            new Publish(topic, payload)
                .qos(1, alias)
                .properties(Props.of(Prop.TOPIC_ALIAS, alias)));
    assertThat(answer.code()).isZero();
  }
}
