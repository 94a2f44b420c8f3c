package city.wayside.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.wayside.edge.access.AccessConfig;
import city.wayside.edge.access.AccessMode;
import city.wayside.edge.access.FailuresConfig;
import city.wayside.edge.access.password.PasswordConfig;
import city.wayside.edge.access.password.Pbkdf2;
import city.wayside.edge.admit.AdmissionConfig;
import city.wayside.edge.endpoint.mqtt.MqttConfig;
import city.wayside.messages.json.ProbeEncoder;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.ClientRole;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.telemetry.Metric;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt3.message.connect.connack.Mqtt3ConnAckReturnCode;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAck;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Only clients of the registry come in, and each speaks for its own stations.
class AccessTest {

  private static final AccessConfig OPEN = AccessConfig.defaults();
  private static final AccessConfig REGISTERED =
      new AccessConfig(
          AccessMode.REGISTERED,
          true,
          OPEN.clientIds(),
          50,
          2000,
          new PasswordConfig(true, 1000, 60_000, 100),
          null,
          OPEN.lookup(),
          OPEN.work(),
          new FailuresConfig(3, 1, 10));

  private final EdgeRig rig =
      new EdgeRig(MqttConfig.defaults().withPort(0), REGISTERED, AdmissionConfig.defaults());

  @AfterEach
  void stop() {
    rig.close();
  }

  private void register(boolean isEnabled) {
    byte[] password = "secret".getBytes(StandardCharsets.UTF_8);
    rig.clients
        .put(
            List.of(
                new ClientRecord(
                    "bus-1",
                    ClientRole.VEHICLE,
                    Set.of(1L),
                    null,
                    null,
                    isEnabled,
                    false,
                    List.of(Pbkdf2.hash(password, new byte[Pbkdf2.SALT_BYTES], 1)),
                    0)))
        .toCompletableFuture()
        .join();
  }

  private Mqtt5BlockingClient client(String id, AtomicReference<Throwable> end) {
    return MqttClient.builder()
        .useMqttVersion5()
        .identifier(id)
        .serverHost("127.0.0.1")
        .serverPort(rig.node.mqttPort())
        .addDisconnectedListener(context -> end.set(context.getCause()))
        .buildBlocking();
  }

  private Mqtt5BlockingClient connected(AtomicReference<Throwable> end) {
    Mqtt5BlockingClient client = client("bus-1", end);
    client
        .connectWith()
        .simpleAuth()
        .username("bus-1")
        .password("secret".getBytes(StandardCharsets.UTF_8))
        .applySimpleAuth()
        .send();
    return client;
  }

  @Test
  void aRegisteredVehicleSpeaksForItsOwnStation() {
    register(true);
    Mqtt5BlockingClient client = connected(new AtomicReference<>());
    client
        .publishWith()
        .topic("v1/up/1/probe")
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(rig.probe(rig.nowMs()))
        .send();
    assertThat(rig.states()).hasSize(1);

    assertThatThrownBy(() ->
            client
                .publishWith()
                .topic("v1/up/2/probe")
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(new ProbeEncoder().encode(EdgeRig.report(2, rig.nowMs())))
                .send())
        .hasMessageContaining("PUBACK");
    assertThat(rig.telemetry.count(Metric.EDGE_MESSAGES_REFUSED, Refusal.NOT_AUTHORIZED.word()))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "bus-1, bus-1, wrong, BAD_USER_NAME_OR_PASSWORD, BAD_USER_NAME_OR_PASSWORD",
    "bus-1, bus-2, secret, BAD_USER_NAME_OR_PASSWORD, BAD_USER_NAME_OR_PASSWORD",
    "bus-2, bus-1, secret, CLIENT_IDENTIFIER_NOT_VALID, IDENTIFIER_REJECTED",
  })
  void everyDenialHasItsCode(
      String id,
      String user,
      String password,
      Mqtt5ConnAckReasonCode code,
      Mqtt3ConnAckReturnCode code3) {
    register(true);
    byte[] bytes = password.getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() ->
            rig.mqtt5(id)
                .connectWith()
                .simpleAuth()
                .username(user)
                .password(bytes)
                .applySimpleAuth()
                .send())
        .isInstanceOfSatisfying(
            Mqtt5ConnAckException.class,
            denial -> assertThat(denial.getMqttMessage().getReasonCode()).isEqualTo(code));
    assertThatThrownBy(() ->
            rig.mqtt3(id)
                .connectWith()
                .simpleAuth()
                .username(user)
                .password(bytes)
                .applySimpleAuth()
                .send())
        .isInstanceOfSatisfying(
            Mqtt3ConnAckException.class,
            denial -> assertThat(denial.getMqttMessage().getReturnCode()).isEqualTo(code3));
    assertThat(rig.telemetry.total(Metric.EDGE_CONNECTIONS)).isZero();
  }

  @Test
  void aDisabledClientIsBanned() {
    register(false);

    assertThatThrownBy(() -> connected(new AtomicReference<>()))
        .isInstanceOfSatisfying(
            Mqtt5ConnAckException.class,
            denial ->
                assertThat(denial.getMqttMessage().getReasonCode())
                    .isEqualTo(Mqtt5ConnAckReasonCode.BANNED));
  }

  @Test
  void aClientThatIsDisabledWhileItIsConnectedMustGo() {
    register(true);
    AtomicReference<Throwable> end = new AtomicReference<>();
    connected(end);
    register(false);

    await()
        .untilAsserted(() ->
            assertThat(end.get())
                .isInstanceOfSatisfying(
                    Mqtt5DisconnectException.class,
                    why ->
                        assertThat(why.getMqttMessage())
                            .extracting("reasonCode")
                            .isEqualTo(Mqtt5DisconnectReasonCode.ADMINISTRATIVE_ACTION)));
  }

  @Test
  void aClientHoldsAPlaceWhileTheRegistryIsAsked() throws Exception {
    register(true);
    rig.clients.hold();
    CompletableFuture<Mqtt5ConnAck> connecting =
        rig.mqtt5("bus-1")
            .toAsync()
            .connectWith()
            .simpleAuth()
            .username("bus-1")
            .password(new byte[] {1})
            .applySimpleAuth()
            .send();
    await().until(() -> !rig.clients.questions().isEmpty());
    assertThat(rig.telemetry.total(Metric.EDGE_CONNECTIONS)).isEqualTo(1);
    rig.clients.release();

    assertThatThrownBy(() -> connecting.get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(Mqtt5ConnAckException.class);
    assertThat(rig.telemetry.total(Metric.EDGE_CONNECTIONS)).isZero();
  }
}
