package city.wayside.edge.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.wayside.edge.rig.Served;
import city.wayside.edge.rig.Server;
import city.wayside.edge.wire.Codes;
import city.wayside.edge.wire.Connect;
import city.wayside.edge.wire.Packets;
import city.wayside.edge.wire.Publish;
import city.wayside.edge.wire.Received;
import city.wayside.edge.wire.Subscribe;
import city.wayside.edge.wire.Version;
import city.wayside.edge.wire.Wire;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Much at once: messages under way, connections of one client, and topics that want to be others.
@ExtendWith(Served.class)
class CrowdsTest {

  private static final int IDS_MAX = 65_535;

  private final Server server;

  CrowdsTest(Server server) {
    this.server = server;
  }

  @Test
  void everyPacketIdThereIsCanBeUnderWayAtOnce() {
    // MQTT 3.1.1 knows no receive maximum: a thousand are taken, the rest wait in the socket until
    // those are answered, and each is acknowledged once.
    Version version = Version.MQTT_311;
    Neighbour neighbour = new Neighbour(server, version);
    server.holdGrid();
    Wire wire = server.connected(version);
    long before = server.receivedCount("probe");
    CompletableFuture<Void> sending =
        CompletableFuture.runAsync(
            () -> {
              for (int packetId = 1; packetId <= IDS_MAX; packetId++) {
                wire.send(server.goodMessage().qos(1, packetId));
              }
            },
            Thread::startVirtualThread);
    await().atMost(Wire.DEADLINE).until(() -> server.receivedCount("probe") >= before + 1_000);
    server.releaseGrid();

    BitSet acknowledged = new BitSet();
    for (int count = 0; count < IDS_MAX; count++) {
      int packetId = wire.expect(Received.Ack.class).packetId();
      assertThat(acknowledged.get(packetId)).as("twice: " + packetId).isFalse();
      acknowledged.set(packetId);
    }
    sending.join();
    assertThat(wire.untilPong()).isEmpty();
    neighbour.isServed();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void ofMqtt5NoMoreAreTakenThanWereOffered(int qos) {
    Version version = Version.MQTT_5;
    Neighbour neighbour = new Neighbour(server, version);
    server.holdGrid();
    Wire wire = server.connected(version);
    List<byte[]> messages = new ArrayList<>();
    for (int packetId = 1; packetId <= IDS_MAX; packetId++) {
      messages.add(new Publish("v1/up/7/probe", server.probe(7)).qos(qos, packetId).bytes(version));
    }
    CompletableFuture<Void> sending =
        CompletableFuture.runAsync(
            () -> wire.send(messages.toArray(byte[][]::new)), Thread::startVirtualThread);
    Received packet = wire.next();
    while (packet instanceof Received.Ack) {
      packet = wire.next();
    }
    assertThat(packet)
        .isInstanceOfSatisfying(
            Received.Goodbye.class,
            goodbye -> assertThat(goodbye.code()).isEqualTo(Codes.RECEIVE_MAXIMUM_EXCEEDED));
    wire.expectEnd();
    sending.join();
    server.releaseGrid();
    neighbour.isServed();
  }

  @ParameterizedTest
  @EnumSource
  void ofManyConnectionsOfOneClientTheLastHolds(Version version) {
    Neighbour neighbour = new Neighbour(server, version);
    String id = server.freshId();
    List<Wire> wires = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      wires.add(server.connected(new Connect(version, id), version));
    }
    Wire last = wires.removeLast();
    wires.forEach(wire -> wire.expectRefused(Codes.TAKEN_OVER));

    assertThat(last.untilPong()).isEmpty();
    neighbour.isServed();
  }

  @ParameterizedTest
  @EnumSource
  void ofConnectionsThatRaceExactlyOneHolds(Version version) {
    Neighbour neighbour = new Neighbour(server, version);
    byte[] connect = new Connect(version, server.freshId()).bytes();
    List<Wire> wires = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      wires.add(server.open(version));
    }
    wires.forEach(wire -> wire.send(connect));
    wires.forEach(Wire::nextOrEnd);

    // Those that were taken over are told so or just end; some a moment later than others.
    while (wires.size() > 1) {
      wires.removeIf(wire -> !isAlive(wire));
      neighbour.isServed();
    }
    assertThat(wires).singleElement().matches(CrowdsTest::isAlive);
    neighbour.isServed();
  }

  private static boolean isAlive(Wire wire) {
    return wire.send(Packets.ping()).nextOrEnd() instanceof Received.Pong;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1/up/+/probe",
        "v1/up/#",
        "v1/up/7/+",
        "$SYS/x",
        "v1/up/$7/probe",
        "v1/up/../up/7/probe",
        "v1/up/7/probe/../cam",
        "v1/up//probe",
        "v1/up/7//probe",
        "v1/refused/7",
        "v1/down/7/denm",
        "v1/geo/1/2/denm",
        "v1/up/%2B/probe",
        "v1/up/7%00/probe",
        "v1/up/７/probe",
        "v1/up/-7/probe",
        "v1/up/7/PROBE",
        "v1/up/007/probe/",
        "$share/g/v1/up/7/probe",
        "v1/up/9223372036854775808/cam"
      })
  void noTopicPassesForAnother(String topic) {
    for (Version version : Version.values()) {
      Neighbour neighbour = new Neighbour(server, version);
      long before = server.storedCount();
      Wire wire = server.connected(version);
      wire.send(new Publish(topic, server.probe(7)).qos(1, 1));
      Received answer = wire.nextOrEnd();
      if (answer instanceof Received.Ack ack && version.isMqtt5()) {
        assertThat(ack.code()).isGreaterThanOrEqualTo(Codes.UNSPECIFIED);
      }
      assertThat(server.storedCount()).isEqualTo(before);
      neighbour.isServed();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"+", "#", "7/#", "a+", "+/probe"})
  void noClientIdMakesATopicOfOthersItsOwn(String id) {
    for (Version version : Version.values()) {
      Neighbour neighbour = new Neighbour(server, version);
      Wire wire = server.open(version);
      assertThat(wire.connect(new Connect(version, id)).code()).isNotZero();
      wire.expectEnd();
      neighbour.isServed();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1/refused/+",
        "v1/refused/#",
        "+/refused/7",
        "v1/+/7",
        "#",
        "v1/down/+/#",
        "v1/down/#",
        "v1/down/7/../8/#",
        "$share/g/v1/refused/7",
        "v1/up/+/probe",
        "v1/up/#",
        "$SYS/#"
      })
  void noFilterReachesWhatIsForOthers(String filter) {
    for (Version version : Version.values()) {
      Received.Suback answer =
          server.connected(version).subscribe(new Subscribe(1).filter(filter, 1));

      assertThat(answer.codes().getFirst()).isGreaterThanOrEqualTo(Codes.UNSPECIFIED);
    }
  }
}
