package city.wayside.edge.conform;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.rig.Served;
import city.wayside.edge.rig.Server;
import city.wayside.edge.wire.Codes;
import city.wayside.edge.wire.Connect;
import city.wayside.edge.wire.Packets;
import city.wayside.edge.wire.Prop;
import city.wayside.edge.wire.Received;
import city.wayside.edge.wire.Version;
import city.wayside.edge.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Keep alive: who is silent for too long is cut off.
@ExtendWith(Served.class)
class KeepAliveRulesTest {

  private static final long SILENCE_MS_MIN = 1_500;

  private final Server server;

  KeepAliveRulesTest(Server server) {
    this.server = server;
  }

  @Normative(
      mqtt5 = {"MQTT-3.1.2-22", "MQTT-3.2.2-22"},
      mqtt311 = "MQTT-3.1.2-24")
  @Test
  void whoIsSilentForOneAndAHalfKeepAlivesIsCutOff() {
    List<Wire> wires = new ArrayList<>();
    for (Version version : Version.values()) {
      Wire wire = server.open(version);
      Received.Connack answer = wire.connect(new Connect(version, server.freshId()).keepAlive(1));
      assertThat(answer.properties().has(Prop.SERVER_KEEP_ALIVE)).isFalse();
      wires.add(wire);
    }
    long lastMs = server.nowMs();
    wires.forEach(wire -> wire.send(Packets.ping()).expect(Received.Pong.class));

    for (Wire wire : wires) {
      wire.expectRefused(Codes.KEEP_ALIVE_TIMEOUT);
      assertThat(server.nowMs() - lastMs).isGreaterThanOrEqualTo(SILENCE_MS_MIN);
    }
  }

  @Normative(mqtt5 = "MQTT-3.1.2-22", mqtt311 = "MQTT-3.1.2-24")
  @Test
  void halfAPacketDoesNotKeepAConnectionAlive() {
    List<Wire> wires = new ArrayList<>();
    for (Version version : Version.values()) {
      Connect connect = new Connect(version, server.freshId()).keepAlive(1);
      Wire wire = server.connected(connect, version);
      wires.add(wire.send(Packets.claiming(0x30, 100, new byte[] {0, 5})));
    }
    wires.forEach(wire -> wire.expectRefused(Codes.KEEP_ALIVE_TIMEOUT));
  }

  @Test
  void whoAsksForNoLimitIsGivenTheServers() {
    Wire wire = server.open(Version.MQTT_5);
    Received.Connack answer =
        wire.connect(new Connect(Version.MQTT_5, server.freshId()).keepAlive(0));

    assertThat(answer.properties().number(Prop.SERVER_KEEP_ALIVE).orElseThrow()).isPositive();
  }

  @Test
  void whoAsksForTooMuchIsGivenTheServers() {
    Wire wire = server.open(Version.MQTT_5);
    Received.Connack answer =
        wire.connect(new Connect(Version.MQTT_5, server.freshId()).keepAlive(65_535));

    assertThat(answer.properties().number(Prop.SERVER_KEEP_ALIVE).orElseThrow())
        .isBetween(1L, 65_534L);
  }
}
