package city.wayside.edge.conform;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.rig.Served;
import city.wayside.edge.rig.Server;
import city.wayside.edge.wire.Bytes;
import city.wayside.edge.wire.Connect;
import city.wayside.edge.wire.Packets;
import city.wayside.edge.wire.Received;
import city.wayside.edge.wire.Version;
import city.wayside.edge.wire.WebSocket;
import city.wayside.edge.wire.Wire;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// MQTT over WebSocket.
@ExtendWith(Served.class)
class WebSocketRulesTest {

  private final Server server;

  WebSocketRulesTest(Server server) {
    this.server = server;
  }

  @Normative(
      mqtt5 = {"MQTT-6.0.0-1", "MQTT-6.0.0-4"},
      mqtt311 = {"MQTT-6.0.0-1", "MQTT-6.0.0-4"})
  @ParameterizedTest
  @EnumSource
  void packetsComeInBinaryFrames(Version version) {
    WebSocket webSocket = open("mqtt");
    assertThat(webSocket.isOpen()).isTrue();
    assertThat(webSocket.subprotocol()).isEqualTo("mqtt");
    Wire wire = server.kept(Wire.open(version, webSocket));

    assertThat(wire.connect(new Connect(version, server.freshId())).code()).isZero();
    assertThat(wire.publish(server.goodMessage().qos(1, 1)).packetId()).isEqualTo(1);
    assertThat(wire.untilPong()).isEmpty();
  }

  @Normative(mqtt5 = "MQTT-6.0.0-4", mqtt311 = "MQTT-6.0.0-4")
  @Test
  void ofSeveralSubprotocolsMqttIsSelected() {
    assertThat(open("mqttv3.1, mqtt").subprotocol()).isEqualTo("mqtt");
    assertThat(open("chat, mqtt, other").subprotocol()).isEqualTo("mqtt");
  }

  @Normative(mqtt5 = "MQTT-6.0.0-1", mqtt311 = "MQTT-6.0.0-1")
  @ParameterizedTest
  @EnumSource
  void aTextFrameEndsTheConnection(Version version) {
    WebSocket webSocket = open("mqtt");
    Wire wire = server.kept(Wire.open(version, webSocket));
    wire.connect(new Connect(version, server.freshId()));

    webSocket.send(WebSocket.TEXT, true, Packets.ping());
    Received last = wire.nextOrEnd();
    if (last != null) {
      assertThat(last).isInstanceOf(Received.Goodbye.class);
      wire.expectEnd();
    }
  }

  @Normative(mqtt5 = "MQTT-6.0.0-2", mqtt311 = "MQTT-6.0.0-2")
  @ParameterizedTest
  @EnumSource
  void packetsAndFramesNeedNotEndTogether(Version version) {
    WebSocket webSocket = open("mqtt");
    Wire wire = server.kept(Wire.open(version, webSocket));
    byte[] packets =
        Bytes.joined(
            new Connect(version, server.freshId()).bytes(),
            server.goodMessage().qos(1, 1).bytes(version),
            Packets.ping(),
            server.goodMessage().qos(1, 2).bytes(version));
    for (byte octet : packets) {
      webSocket.send(WebSocket.BINARY, true, new byte[] {octet});
    }
    assertThat(wire.expect(Received.Connack.class).code()).isZero();
    assertThat(new Received[] {wire.next(), wire.next(), wire.next()})
        .hasAtLeastOneElementOfType(Received.Pong.class)
        .hasAtLeastOneElementOfType(Received.Ack.class);

    webSocket.send(
        WebSocket.BINARY, true, Bytes.joined(Packets.ping(), Packets.ping(), Packets.ping()));
    for (int i = 0; i < 3; i++) {
      wire.expect(Received.Pong.class);
    }
  }

  @Normative(mqtt5 = "MQTT-6.0.0-2", mqtt311 = "MQTT-6.0.0-2")
  @ParameterizedTest
  @EnumSource
  void aMessageMayHaveSeveralFrames(Version version) {
    WebSocket webSocket = open("mqtt");
    Wire wire = server.kept(Wire.open(version, webSocket));
    byte[] connect = new Connect(version, server.freshId()).bytes();
    webSocket
        .send(WebSocket.BINARY, false, part(connect, 0, 5))
        .send(WebSocket.CONTINUATION, false, part(connect, 5, 7))
        .send(WebSocket.CONTINUATION, true, part(connect, 7, connect.length));

    assertThat(wire.expect(Received.Connack.class).code()).isZero();
    assertThat(wire.untilPong()).isEmpty();
  }

  @Test
  void otherPathsAndNoSubprotocolAreNotServed() {
    assertThat(WebSocket.open(server.host(), server.webSocketPort(), "/other", "mqtt").isOpen())
        .isFalse();
    assertThat(open("chat").subprotocol()).isNull();
  }

  private WebSocket open(String subprotocols) {
    return WebSocket.open(server.host(), server.webSocketPort(), "/mqtt", subprotocols);
  }

  private static byte[] part(byte[] octets, int from, int to) {
    return Arrays.copyOfRange(octets, from, to);
  }
}
