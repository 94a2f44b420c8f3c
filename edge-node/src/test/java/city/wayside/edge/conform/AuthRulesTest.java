package city.wayside.edge.conform;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.rig.Served;
import city.wayside.edge.rig.Server;
import city.wayside.edge.wire.Codes;
import city.wayside.edge.wire.Connect;
import city.wayside.edge.wire.Packets;
import city.wayside.edge.wire.Prop;
import city.wayside.edge.wire.Props;
import city.wayside.edge.wire.Received;
import city.wayside.edge.wire.Version;
import city.wayside.edge.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Enhanced authentication, which is not offered.
@ExtendWith(Served.class)
class AuthRulesTest {

  private static final Version V5 = Version.MQTT_5;

  private final Server server;

  AuthRulesTest(Server server) {
    this.server = server;
  }

  @Normative(mqtt5 = {"MQTT-4.12.0-1", "MQTT-3.2.2-7", "MQTT-4.13.2-1"})
  @ParameterizedTest
  @ValueSource(strings = {"SCRAM-SHA-256", "", "none"})
  void aMethodThatIsNotSpokenIsRefused(String method) {
    Props props = Props.of(Prop.AUTH_METHOD, method).and(Prop.AUTH_DATA, "data");
    Wire wire = server.open(V5);
    Received.Connack answer = wire.connect(new Connect(V5, server.freshId()).properties(props));

    assertThat(answer.code()).isEqualTo(Codes.BAD_AUTH_METHOD);
    wire.expectEnd();
  }

  @Normative(mqtt5 = {"MQTT-4.12.0-7", "MQTT-4.13.1-1"})
  @ParameterizedTest
  @ValueSource(ints = {0x18, 0x19})
  void authWithoutAMethodEndsTheConnection(int code) {
    Props props = Props.of(Prop.AUTH_METHOD, "SCRAM-SHA-256");

    server.connected(V5).send(Packets.auth(code, props)).expectRefused(Codes.PROTOCOL_ERROR);
  }

  @Normative(mqtt5 = "MQTT-4.12.0-6")
  @Test
  void whoNamesNoMethodGetsNone() {
    Wire wire = server.open(V5);
    Received.Connack answer = wire.connect(new Connect(V5, server.freshId()));

    assertThat(answer.properties().has(Prop.AUTH_METHOD)).isFalse();
    assertThat(wire.untilPong()).isEmpty();
  }
}
