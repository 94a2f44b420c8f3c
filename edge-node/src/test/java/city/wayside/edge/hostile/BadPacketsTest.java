package city.wayside.edge.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.wayside.edge.rig.Served;
import city.wayside.edge.rig.Server;
import city.wayside.edge.wire.Connect;
import city.wayside.edge.wire.Packets;
import city.wayside.edge.wire.Version;
import city.wayside.edge.wire.Wire;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Packets that end their connection, and nothing else.
@ExtendWith(Served.class)
class BadPacketsTest {

  private final Server server;

  BadPacketsTest(Server server) {
    this.server = server;
  }

  static List<Bad> bad() {
    return Bad.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void itsSenderIsToldAndNobodyElseNotices(Bad bad) {
    Neighbour neighbour = new Neighbour(server, bad.version());
    neighbour.isServed();
    Wire wire = server.connected(bad.version());
    assertThat(wire.untilPong()).isEmpty();
    wire.send(bad.octets()).expectRefused(bad.codes());

    neighbour.isServed();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void itIsCounted(Bad bad) {
    long before = server.violationsCount();
    server.connected(bad.version()).send(bad.octets()).expectRefused(bad.codes());

    await().atMost(Wire.DEADLINE).until(() -> server.violationsCount() == before + 1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void goodPacketsBeforeItCount(Bad bad) {
    long before = server.receivedCount("probe");
    Wire wire = server.connected(bad.version());
    wire.send(
        server.goodMessage().bytes(bad.version()),
        server.goodMessage().bytes(bad.version()),
        bad.octets());
    wire.expectRefused(bad.codes());

    assertThat(server.receivedCount("probe")).isGreaterThanOrEqualTo(before + 2);
  }

  @ParameterizedTest
  @EnumSource
  void packetsThatAreCutOffByTheEndAreForgotten(Version version) {
    Neighbour neighbour = new Neighbour(server, version);
    byte[] message = server.goodMessage().qos(1, 1).bytes(version);
    for (int length = 1; length < message.length; length++) {
      Wire wire = server.connected(version);
      wire.send(Arrays.copyOf(message, length)).endSending().expectEnd();
      wire.close();
    }
    neighbour.isServed();
  }

  @Test
  void randomOctetsNeverReachAnybodyElse() {
    SplittableRandom random = new SplittableRandom(1);
    Neighbour neighbour = new Neighbour(server, Version.MQTT_5);
    for (int round = 0; round < 300; round++) {
      byte[] octets = new byte[random.nextInt(1, 200)];
      random.nextBytes(octets);
      Wire wire = server.open(Version.MQTT_5);
      wire.send(octets).endSending();
      while (wire.frame() != null) {
        // Whatever is answered, it ends.
      }
      wire.close();
    }
    neighbour.isServed();
  }

  @Test
  void randomOctetsAfterAGoodBeginningEndTheirConnectionAlone() {
    SplittableRandom random = new SplittableRandom(2);
    for (Version version : Version.values()) {
      Neighbour neighbour = new Neighbour(server, version);
      for (int round = 0; round < 150; round++) {
        byte[] octets = new byte[random.nextInt(1, 400)];
        random.nextBytes(octets);
        Wire wire = server.connected(new Connect(version, server.freshId()), version);
        wire.send(octets, Packets.ping()).endSending();
        while (wire.frame() != null) {
          // Whatever is answered, it ends.
        }
        wire.close();
      }
      neighbour.isServed();
    }
  }
}
