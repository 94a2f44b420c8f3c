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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
  @ParameterizedTest
  @EnumSource
  void whoIsSilentForOneAndAHalfKeepAlivesIsCutOff(Version version) {
    Connect connect = new Connect(version, server.freshId()).keepAlive(1);
    Wire wire = server.open(version);
    Received.Connack answer = wire.connect(connect);
    assertThat(answer.properties().has(Prop.SERVER_KEEP_ALIVE)).isFalse();
    assertThat(wire.untilPong()).isEmpty();
    long lastMs = server.nowMs();
    wire.send(Packets.ping()).expect(Received.Pong.class);

    wire.expectRefused(Codes.KEEP_ALIVE_TIMEOUT);
    assertThat(server.nowMs() - lastMs).isGreaterThanOrEqualTo(SILENCE_MS_MIN);
  }

  @Normative(mqtt5 = "MQTT-3.1.2-22", mqtt311 = "MQTT-3.1.2-24")
  @ParameterizedTest
  @EnumSource
  void halfAPacketDoesNotKeepAConnectionAlive(Version version) {
    Wire wire = server.connected(new Connect(version, server.freshId()).keepAlive(1), version);
    wire.send(Packets.claiming(0x30, 100, new byte[] {0, 5}));

    wire.expectRefused(Codes.KEEP_ALIVE_TIMEOUT);
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
