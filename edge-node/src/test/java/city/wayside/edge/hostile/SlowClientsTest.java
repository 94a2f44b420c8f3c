package city.wayside.edge.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.rig.Limits;
import city.wayside.edge.rig.Server;
import city.wayside.edge.wire.Bytes;
import city.wayside.edge.wire.Codes;
import city.wayside.edge.wire.Connect;
import city.wayside.edge.wire.PacketType;
import city.wayside.edge.wire.Packets;
import city.wayside.edge.wire.Received;
import city.wayside.edge.wire.Subscribe;
import city.wayside.edge.wire.Version;
import city.wayside.edge.wire.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Clients that take their time, or never come to an end.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowClientsTest {

  private static final int CONNECT_TIMEOUT_MS = 1_000;

  private final Server server = Server.start(Limits.USUAL.withConnectTimeoutMs(CONNECT_TIMEOUT_MS));

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void whoSaysNothingIsCutOff() {
    long openedMs = server.nowMs();
    Wire wire = server.open(Version.MQTT_5);

    wire.expectEnd();
    assertThat(server.nowMs() - openedMs).isGreaterThanOrEqualTo(CONNECT_TIMEOUT_MS);
  }

  @Test
  void whoNeverFinishesConnectIsCutOffWhileOthersAreServed() {
    Neighbour neighbour = new Neighbour(server, Version.MQTT_5);
    byte[] connect =
        new Connect(Version.MQTT_5, server.freshId())
            .user("x".repeat(5_000))
            .password("y".repeat(5_000))
            .bytes();
    List<Wire> slow = new ArrayList<>();
    List<CompletableFuture<Void>> ends = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Wire wire = server.open(Version.MQTT_5);
      slow.add(wire);
      ends.add(CompletableFuture.runAsync(wire::expectEnd, Thread::startVirtualThread));
    }
    CompletableFuture<Void> all =
        CompletableFuture.allOf(ends.toArray(CompletableFuture<?>[]::new));
    int sent = 0;
    // An octet each, as fast as the neighbour is served: never done in time, never silent.
    while (!all.isDone()) {
      neighbour.isServed();
      for (Wire wire : slow) {
        trySend(wire, connect[sent % connect.length]);
      }
      sent++;
    }
    all.join();
    assertThat(sent).as("octets").isLessThan(connect.length);
    neighbour.isServed();
  }

  @Test
  void whoIsSilentInTheMiddleOfAPacketIsCutOff() {
    Neighbour neighbour = new Neighbour(server, Version.MQTT_5);
    List<Wire> wires = new ArrayList<>();
    for (Version version : Version.values()) {
      Connect connect = new Connect(version, server.freshId()).keepAlive(1);
      Wire wire = server.connected(connect, version);
      wires.add(wire.send(Packets.claiming(0x30, 1_000, new byte[] {0, 13, 'v', '1'})));
    }
    wires.forEach(wire -> wire.expectRefused(Codes.KEEP_ALIVE_TIMEOUT));
    neighbour.isServed();
  }

  @ParameterizedTest
  @EnumSource
  void aWholeSessionOctetByOctetIsUnderstood(Version version) {
    long before = server.storedCount();
    Wire wire = server.open(version);
    byte[] session =
        Bytes.joined(
            new Connect(version, server.freshId()).user("u").password("p").bytes(),
            new Subscribe(1).filter("v1/down/4711/#", 1).subscribe(version),
            server.goodMessage().bytes(version),
            server.goodMessage().qos(1, 2).bytes(version),
            server.goodMessage().qos(2, 3).bytes(version));
    wire.sendOneByOne(session);

    assertThat(wire.expect(Received.Connack.class).code()).isZero();
    assertThat(wire.expect(Received.Suback.class).packetId()).isEqualTo(1);
    assertThat(wire.expect(Received.Ack.class).type()).isEqualTo(PacketType.PUBACK);
    assertThat(wire.expect(Received.Ack.class).type()).isEqualTo(PacketType.PUBREC);
    wire.sendOneByOne(
        Bytes.joined(
            Packets.ack(PacketType.PUBREL, 3),
            new Subscribe(4).filter("v1/down/4711/#").unsubscribe(version),
            Packets.ping(),
            Packets.disconnect()));
    assertThat(wire.expect(Received.Ack.class).type()).isEqualTo(PacketType.PUBCOMP);
    assertThat(wire.expect(Received.Unsuback.class).packetId()).isEqualTo(4);
    wire.expect(Received.Pong.class);
    wire.expectEnd();
    assertThat(server.storedCount()).isEqualTo(before + 3);
  }

  @ParameterizedTest
  @EnumSource
  void aSessionCutInTwoAtAnyPlaceIsUnderstood(Version version) {
    byte[] session =
        Bytes.joined(
            new Connect(version, "4711").bytes(),
            server.goodMessage().qos(1, 2).bytes(version),
            Packets.ping(),
            Packets.disconnect());
    for (int place = 1; place < session.length; place++) {
      Wire wire = server.open(version);
      byte[] second = new byte[session.length - place];
      System.arraycopy(session, place, second, 0, second.length);
      wire.send(Arrays.copyOf(session, place)).send(second);

      wire.expect(Received.Connack.class);
      List<Received> answers = new ArrayList<>();
      for (Received next = wire.nextOrEnd(); next != null; next = wire.nextOrEnd()) {
        answers.add(next);
      }
      assertThat(answers).as("cut at %d", place).anyMatch(Received.Pong.class::isInstance);
      wire.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aClientThatReadsNothingDisturbsNobody(Version version) {
    Neighbour neighbour = new Neighbour(server, version);
    Wire deaf = server.connected(version);
    byte[][] pings = new byte[10_000][];
    Arrays.fill(pings, Packets.ping());
    CompletableFuture<Void> sending =
        CompletableFuture.runAsync(
            () -> {
              for (int round = 0; round < 200; round++) {
                deaf.send(pings);
              }
            },
            Thread::startVirtualThread);
    for (int round = 0; round < 20; round++) {
      neighbour.isServed();
    }
    deaf.breakOff();
    sending.join();
    neighbour.isServed();
  }

  private static void trySend(Wire wire, byte octet) {
    try {
      wire.trySend(new byte[] {octet});
    } catch (IOException closed) {
      // It was cut off, as it should be.
    }
  }
}
