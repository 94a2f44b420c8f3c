package city.wayside.edge.conform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.wayside.edge.rig.Served;
import city.wayside.edge.rig.Server;
import city.wayside.edge.wire.Prop;
import city.wayside.edge.wire.Received;
import city.wayside.edge.wire.Version;
import city.wayside.edge.wire.Wire;
import city.wayside.model.downlink.DownMessage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a client gets that was away, and what it does not get any more.
@ExtendWith(Served.class)
class AwayRulesTest {

  private static final Version V5 = Version.MQTT_5;

  private final Server server;

  AwayRulesTest(Server server) {
    this.server = server;
  }

  @Normative(
      mqtt5 = {"MQTT-3.1.2-5", "MQTT-4.5.0-1"},
      mqtt311 = {"MQTT-3.1.2-5", "MQTT-4.5.0-1"})
  @ParameterizedTest
  @EnumSource
  void noticesAreKeptForWhoIsAway(Version version) {
    Down down = new Down(server, version);
    down.subscribe(down.all(), 1);
    down.leave();
    for (int number = 0; number < 5; number++) {
      server.publishDown(down.topic("denm"), "missed " + number, 1, false);
    }
    assertThat(down.comeBack()).isTrue();

    List<Received.Published> missed = down.untilMark();
    assertThat(missed)
        .filteredOn(message -> message.qos() == 1)
        .extracting(Down::text)
        .containsExactly("missed 0", "missed 1", "missed 2", "missed 3", "missed 4");
  }

  @Normative(
      mqtt5 = {"MQTT-3.3.1-1", "MQTT-3.3.1-3", "MQTT-4.4.0-1", "MQTT-4.3.2-3"},
      mqtt311 = {"MQTT-3.3.1-1", "MQTT-3.3.1-3", "MQTT-4.4.0-1", "MQTT-2.3.1-4", "MQTT-4.3.2-1"})
  @ParameterizedTest
  @EnumSource
  void whatIsNotAcknowledgedIsSentAgainAndInOrder(Version version) {
    Down down = new Down(server, version);
    down.subscribe(down.all(), 1);
    for (int number = 0; number < 4; number++) {
      server.publishDown(down.topic("denm"), "message " + number, 1, false);
    }
    Received.Published[] first = new Received.Published[4];
    for (int number = 0; number < 4; number++) {
      first[number] = down.expect("message " + number);
    }
    down.acknowledge(first[1]);
    assertThat(down.wire().untilPong()).as("nothing is sent again meanwhile").isEmpty();
    down.leave();
    server.publishDown(down.topic("denm"), "message 4", 1, false);
    assertThat(down.comeBack()).isTrue();

    for (int number : new int[] {0, 2, 3}) {
      Received.Published again = down.expect("message " + number);
      assertThat(again.isDup()).isTrue();
      assertThat(again.packetId()).isEqualTo(first[number].packetId());
      down.acknowledge(again);
    }
    Received.Published fresh = down.expect("message 4");
    assertThat(fresh.isDup()).isFalse();
    down.acknowledge(fresh);
    assertThat(down.untilMark()).isEmpty();
  }

  @Normative(
      mqtt5 = {"MQTT-3.1.2-4", "MQTT-4.4.0-1"},
      mqtt311 = "MQTT-3.1.2-6")
  @ParameterizedTest
  @EnumSource
  void whoBeginsAnewIsSentNothingAgain(Version version) {
    Down down = new Down(server, version);
    down.subscribe(down.all(), 1);
    server.publishDown(down.topic("denm"), "old", 1, false);
    down.expect("old");
    Down witness = new Down(server, version);
    witness.subscribe(down.all(), 1);
    down.leave();
    server.publishDown(down.topic("denm"), "missed", 1, false);
    witness.expect("missed");
    down.again(down.connect().cleanStart(true));
    down.subscribe(down.all(), 1);
    server.publishDown(down.topic("denm"), "new", 1, false);

    down.acknowledge(down.expect("new"));
    assertThat(down.wire().untilPong()).isEmpty();
  }

  @Normative(mqtt5 = "MQTT-3.3.2-6")
  @Test
  void aMessageIsSentWithWhatIsLeftOfItsExpiry() {
    Down down = new Down(server, V5);
    down.subscribe(down.all(), 1);
    down.leave();
    server.publishDown(List.of(expiring(down, "in a minute", server.nowMs() + 60_000)));
    assertThat(down.comeBack()).isTrue();

    Received.Published message = down.expect("in a minute");
    assertThat(message.properties().number(Prop.MESSAGE_EXPIRY).orElseThrow()).isBetween(1L, 60L);
  }

  @Normative(mqtt5 = "MQTT-3.3.2-5")
  @Test
  void whatExpiredMeanwhileIsNotSent() {
    Down down = new Down(server, V5);
    down.subscribe(down.all(), 1);
    down.leave();
    long expiresMs = server.nowMs() + 1_000;
    server.publishDown(
        List.of(
            expiring(down, "short", expiresMs),
            expiring(down, "long", server.nowMs() + 3_600_000)));
    await().atMost(Wire.DEADLINE).until(() -> server.nowMs() > expiresMs + 1_000);
    assertThat(down.comeBack()).isTrue();

    assertThat(down.untilMark()).extracting(Down::text).containsExactly("long");
  }

  @Normative(mqtt5 = "MQTT-3.3.2-5")
  @Test
  void whatHasExpiredAlreadyIsSentToNobody() {
    Down down = new Down(server, V5);
    down.subscribe(down.all(), 1);
    server.publishDown(List.of(expiring(down, "too late", server.nowMs() - 1)));

    assertThat(down.untilMark()).isEmpty();
  }

  @Normative(
      mqtt5 = {"MQTT-3.1.2-5", "MQTT-4.4.0-1"},
      mqtt311 = {"MQTT-3.1.2-5", "MQTT-4.4.0-1"})
  @ParameterizedTest
  @EnumSource
  void anotherEdgeNodeSendsWhatWasMissedToo(Version version) {
    try (Server second = server.second()) {
      Down down = new Down(server, version);
      down.subscribe(down.all(), 1);
      server.publishDown(down.topic("denm"), "begun", 1, false);
      Received.Published begun = down.expect("begun");
      down.leave();
      server.publishDown(down.topic("denm"), "missed", 1, false);
      Wire there = second.open(version);

      assertThat(there.connect(down.connect()).isSessionPresent()).isTrue();
      Received.Published again = there.expect(Received.Published.class);
      assertThat(new String(again.payload(), UTF_8)).isEqualTo("begun");
      assertThat(again.packetId()).isEqualTo(begun.packetId());
      assertThat(again.isDup()).isTrue();
      Received.Published missed = there.expect(Received.Published.class);
      assertThat(new String(missed.payload(), UTF_8)).isEqualTo("missed");
    }
  }

  private DownMessage expiring(Down down, String text, long expiresMs) {
    DownMessage plain = server.down(down.topic("denm"), text, 1, false);
    return new DownMessage(
        plain.messageId(), plain.topic(), plain.payload(), "", plain.kind(), "", expiresMs);
  }
}
