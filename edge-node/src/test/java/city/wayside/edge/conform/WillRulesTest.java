package city.wayside.edge.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Wills: a client's `status`, which comes up when its connection breaks off.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WillRulesTest {

  private static final Version V5 = Version.MQTT_5;
  private static final int NOT_AUTHORIZED_311 = 5;

  /// Of its own, so that nobody else's wills are counted.
  private final Server server = Server.start();

  @AfterAll
  void stop() {
    server.close();
  }

  @Normative(
      mqtt5 = {"MQTT-3.1.2-7", "MQTT-3.1.2-8", "MQTT-3.1.2-10"},
      mqtt311 = {"MQTT-3.1.2-8", "MQTT-3.1.2-10"})
  @ParameterizedTest
  @EnumSource
  void itComesUpOnceWhenTheConnectionBreaksOff(Version version) {
    long before = wills();
    String id = server.freshId();
    server.connected(withWill(version, id), version).breakOff();
    awaitWills(before + 1);

    // Whether it was kept shows when the same client breaks off without one.
    server.connected(new Connect(version, id), version).breakOff();
    endsQuietly(version, id);
    assertThat(wills()).isEqualTo(before + 1);
  }

  @Normative(mqtt5 = "MQTT-3.1.2-8", mqtt311 = "MQTT-3.1.2-8")
  @ParameterizedTest
  @EnumSource
  void itComesUpWhenTheServerEndsTheConnection(Version version) {
    long before = wills();
    Wire wire = server.connected(withWill(version, server.freshId()), version);
    wire.send(Bytes.hex("C1 00")).expectRefused(Codes.MALFORMED);

    awaitWills(before + 1);
  }

  @Normative(mqtt5 = "MQTT-3.1.2-8", mqtt311 = "MQTT-3.1.2-8")
  @ParameterizedTest
  @EnumSource
  void itComesUpWhenTheClientClosesWithoutGoodbye(Version version) {
    long before = wills();
    server.connected(withWill(version, server.freshId()), version).close();

    awaitWills(before + 1);
  }

  @Normative(mqtt5 = "MQTT-3.1.2-8", mqtt311 = "MQTT-3.1.2-8")
  @Test
  void itComesUpWhenTheKeepAliveIsOver() {
    long before = wills();
    List<Wire> wires = new ArrayList<>();
    for (Version version : Version.values()) {
      Connect connect = withWill(version, server.freshId()).keepAlive(1);
      wires.add(server.connected(connect, version));
    }
    wires.forEach(wire -> wire.expectRefused(Codes.KEEP_ALIVE_TIMEOUT));

    awaitWills(before + 2);
  }

  @Normative(
      mqtt5 = {"MQTT-3.1.2-8", "MQTT-3.1.2-10", "MQTT-3.14.4-3"},
      mqtt311 = {"MQTT-3.1.2-10", "MQTT-3.14.4-3"})
  @ParameterizedTest
  @EnumSource
  void whoSaysGoodbyeHasNone(Version version) {
    long before = wills();
    String id = server.freshId();
    server.connected(withWill(version, id), version).send(Packets.disconnect()).expectEnd();

    endsQuietly(version, id);
    assertThat(wills()).isEqualTo(before);
  }

  @Normative(mqtt5 = "MQTT-3.1.2-8")
  @ParameterizedTest
  @ValueSource(ints = {Codes.WITH_WILL, Codes.UNSPECIFIED})
  void whoSaysGoodbyeForAnotherReasonHasOne(int code) {
    long before = wills();
    Wire wire = server.connected(withWill(V5, server.freshId()), V5);
    wire.send(Packets.disconnect(code, Props.none())).expectEnd();

    awaitWills(before + 1);
  }

  @Normative(mqtt311 = "MQTT-3.1.2-12")
  @ParameterizedTest
  @EnumSource
  void whoGaveNoneHasNone(Version version) {
    long before = wills();
    String id = server.freshId();
    server.connected(new Connect(version, id), version).breakOff();

    endsQuietly(version, id);
    assertThat(wills()).isEqualTo(before);
  }

  @Normative(mqtt5 = "MQTT-3.1.2-8")
  @Test
  void itWaitsForItsDelay() {
    long before = wills();
    Connect connect =
        withWill(V5, server.freshId())
            .sessionExpiry(60)
            .willProperties(Props.of(Prop.WILL_DELAY, 1));
    Wire wire = server.connected(connect, V5);
    long brokenMs = server.nowMs();
    wire.breakOff();

    awaitWills(before + 1);
    assertThat(server.nowMs() - brokenMs).isGreaterThanOrEqualTo(1_000);
  }

  @Normative(mqtt5 = "MQTT-3.1.2-8")
  @Test
  void itDoesNotOutlastItsSession() {
    long before = wills();
    Connect connect =
        withWill(V5, server.freshId()).willProperties(Props.of(Prop.WILL_DELAY, 3_600));
    server.connected(connect, V5).breakOff();

    awaitWills(before + 1);
  }

  @Normative(mqtt5 = {"MQTT-3.1.2-8", "MQTT-3.1.3-9"})
  @Test
  void whoIsBackInTimeHasNone() {
    long before = wills();
    String id = server.freshId();
    Connect connect =
        withWill(V5, id).sessionExpiry(60).willProperties(Props.of(Prop.WILL_DELAY, 2));
    server.connected(connect, V5).breakOff();
    Wire back = server.connected(new Connect(V5, id).cleanStart(false).sessionExpiry(60), V5);

    // Another will with the same delay, which begins later, marks the time.
    String other = server.freshId();
    Connect marker =
        withWill(V5, other).sessionExpiry(60).willProperties(Props.of(Prop.WILL_DELAY, 2));
    server.connected(marker, V5).breakOff();
    awaitWills(before + 1);
    assertThat(back.untilPong()).isEmpty();
    assertThat(wills()).isEqualTo(before + 1);
  }

  @Normative(mqtt5 = {"MQTT-3.1.2-8", "MQTT-3.1.4-3"})
  @Test
  void takingASessionOverEndsTheConnectionThatHadAWill() {
    long before = wills();
    String id = server.freshId();
    Wire older = server.connected(withWill(V5, id), V5);
    server.connected(new Connect(V5, id), V5);

    older.expectRefused(Codes.TAKEN_OVER);
    awaitWills(before + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1/up/%s/cam", "v1/up/999/status", "v1/down/%s/status", "status"})
  void aWillForAnythingElseIsRefused(String topic) {
    for (Version version : Version.values()) {
      String id = server.freshId();
      Wire wire = server.open(version);
      Received.Connack answer =
          wire.connect(new Connect(version, id).will(topic.formatted(id), "gone", 0, false));

      int expected = version.isMqtt5() ? Codes.TOPIC_INVALID : NOT_AUTHORIZED_311;
      assertThat(answer.code()).isEqualTo(expected);
      wire.expectEnd();
    }
  }

  @Test
  void anyQosAndRetainAreTaken() {
    for (Version version : Version.values()) {
      for (int qos = 0; qos <= 2; qos++) {
        String id = server.freshId();
        String topic = "v1/up/" + id + "/status";
        Connect connect = new Connect(version, id).will(topic, "gone", qos, qos == 1);

        server.connected(connect, version).send(Packets.disconnect()).expectEnd();
      }
    }
  }

  @Test
  void aClientWithWordsForAnIdHasAWillToo() {
    long before = wills();
    String id = "rsu-" + server.freshId();
    server.connected(withWill(V5, id), V5).breakOff();

    awaitWills(before + 1);
  }

  private static Connect withWill(Version version, String id) {
    return new Connect(version, id).will("v1/up/" + id + "/status", "gone", 1, false);
  }

  private long wills() {
    return server.receivedCount("status");
  }

  private void awaitWills(long count) {
    await().atMost(Wire.DEADLINE).until(() -> wills() == count);
  }

  /// Has whatever the end of a client's last connection caused happen: the same client connects
  /// again, and leaves.
  private void endsQuietly(Version version, String id) {
    server.connected(new Connect(version, id), version).send(Packets.disconnect()).expectEnd();
  }
}
