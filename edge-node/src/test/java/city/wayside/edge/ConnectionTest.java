package city.wayside.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.wayside.edge.admit.AdmissionConfig;
import city.wayside.edge.endpoint.mqtt.MqttConfig;
import city.wayside.edge.endpoint.mqtt.MqttLimits;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.telemetry.Metric;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.exceptions.MqttClientStateException;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAck;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.suback.Mqtt5SubAckReasonCode;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How connections begin, go on and end.
class ConnectionTest {

  private static final MqttConfig SMALL =
      EdgeRig.plain()
          .withLimits(new MqttLimits(3, 100, 100, 2000, 100_000, 1000, 23, 600, 10, 16, 200, 10));

  private EdgeRig rig = new EdgeRig();

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void theServersLimitsAreInTheConnack() {
    Mqtt5ConnAck connack = rig.mqtt5("one").connect();

    assertThat(connack.isSessionPresent()).isFalse();
    assertThat(connack.getRestrictions().getMaximumQos()).isEqualTo(MqttQos.EXACTLY_ONCE);
    assertThat(connack.getRestrictions().getReceiveMaximum()).isEqualTo(1000);
    assertThat(connack.getRestrictions().getMaximumPacketSize()).isEqualTo(262_144);
    assertThat(connack.getRestrictions().isSharedSubscriptionAvailable()).isFalse();
  }

  @Test
  void aClientWithoutIdIsGivenOne() {
    Mqtt5ConnAck first = rig.mqtt5("").connect();
    Mqtt5ConnAck second = rig.mqtt5("").connect();

    assertThat(first.getAssignedClientIdentifier().orElseThrow()).hasToString("edge-1-1");
    assertThat(second.getAssignedClientIdentifier().orElseThrow()).hasToString("edge-1-2");
  }

  @Test
  void anIdThatCannotBeATopicLevelIsRefused() {
    assertThatThrownBy(() -> rig.mqtt5("a+b").connect())
        .isInstanceOfSatisfying(
            Mqtt5ConnAckException.class,
            refusal ->
                assertThat(refusal.getMqttMessage().getReasonCode())
                    .isEqualTo(Mqtt5ConnAckReasonCode.CLIENT_IDENTIFIER_NOT_VALID));
  }

  @Test
  void theSameIdAgainTakesTheSessionOver() throws Exception {
    AtomicReference<Throwable> cause = new AtomicReference<>();
    Mqtt5AsyncClient first =
        com.hivemq.client.mqtt.MqttClient.builder()
            .useMqttVersion5()
            .identifier("same")
            .serverHost("127.0.0.1")
            .serverPort(rig.node.mqttPort())
            .addDisconnectedListener(context -> cause.set(context.getCause()))
            .buildAsync();
    first.connect().get(10, TimeUnit.SECONDS);
    Mqtt5BlockingClient second = rig.mqtt5("same");
    second.connect();

    await()
        .untilAsserted(() ->
            assertThat(cause.get())
                .isInstanceOfSatisfying(
                    Mqtt5DisconnectException.class,
                    end ->
                        assertThat(end.getMqttMessage())
                            .extracting("reasonCode")
                            .isEqualTo(Mqtt5DisconnectReasonCode.SESSION_TAKEN_OVER)));
    await().until(() -> rig.telemetry.total(Metric.EDGE_CONNECTIONS) == 1);
    publish(second.toAsync(), 1).get(10, TimeUnit.SECONDS);
    assertThatThrownBy(() -> first.toBlocking().disconnect())
        .isInstanceOf(MqttClientStateException.class);
  }

  @Test
  void connectionsBeyondTheLimitAreRefused() {
    rig.close();
    rig = new EdgeRig(SMALL, AdmissionConfig.defaults());
    for (int i = 0; i < 3; i++) {
      rig.mqtt5("client-" + i).connect();
    }

    assertThatThrownBy(() -> rig.mqtt5("client-3").connect())
        .isInstanceOfSatisfying(
            Mqtt5ConnAckException.class,
            refusal ->
                assertThat(refusal.getMqttMessage().getReasonCode())
                    .isEqualTo(Mqtt5ConnAckReasonCode.QUOTA_EXCEEDED));
    assertThat(rig.telemetry.total(Metric.EDGE_CONNECTIONS)).isEqualTo(3);
  }

  @Test
  void aPacketBeyondTheHardLimitEndsItsConnectionAlone() throws Exception {
    rig.close();
    rig = new EdgeRig(SMALL, AdmissionConfig.defaults());
    Mqtt5AsyncClient bystander = rig.mqtt5("bystander").toAsync();
    bystander.connect().get(10, TimeUnit.SECONDS);

    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), rig.node.mqttPort())) {
      socket.getOutputStream().write(CONNECT_5);
      InputStream in = socket.getInputStream();
      assertThat(in.read()).as("CONNACK").isEqualTo(0x20);
      in.readNBytes(in.read());
      socket.getOutputStream().write(new byte[] {0x30, (byte) 0xA0, 0x1F}); // PUBLISH, 4000 bytes
      socket.getOutputStream().write(new byte[100]);

      assertThat(in.read()).as("DISCONNECT").isEqualTo(0xE0);
      byte[] rest = in.readNBytes(in.read());
      assertThat(rest[0] & 0xFF).as("packet too large").isEqualTo(0x95);
      assertThat(in.read()).as("end").isEqualTo(-1);
    }
    assertThat(rig.telemetry.count(Metric.EDGE_MESSAGES_REFUSED, Refusal.TOO_LARGE.word()))
        .isEqualTo(1);
    assertThat(rig.received()).isEqualTo(1);
    publish(bystander, 1).get(10, TimeUnit.SECONDS);
  }

  /// CONNECT of MQTT 5: "MQTT", 5, clean start, keep alive 60 s, no properties, id "x".
  private static final byte[] CONNECT_5 = {
    0x10, 14, 0, 4, 'M', 'Q', 'T', 'T', 5, 2, 0, 60, 0, 0, 1, 'x'
  };

  @ParameterizedTest
  @CsvSource({
    "v1/refused/one,GRANTED_QOS_0",
    "v1/down/4711/#,GRANTED_QOS_1",
    "v1/refused/two,NOT_AUTHORIZED",
    "v1/refused/+,NOT_AUTHORIZED",
    "v1/down/#,NOT_AUTHORIZED",
    "v1/down/+/#,NOT_AUTHORIZED",
    "v1/down/1/2/#,NOT_AUTHORIZED",
    "v1/up/#,NOT_AUTHORIZED",
    "#,NOT_AUTHORIZED",
  })
  void onlyWhatIsTheClientsOwnMayBeSubscribed(String filter, Mqtt5SubAckReasonCode expected) {
    Mqtt5BlockingClient client = rig.mqtt5("one");
    client.connect();
    List<Mqtt5SubAckReasonCode> codes;
    try {
      codes =
          client
              .subscribeWith()
              .topicFilter(filter)
              .qos(MqttQos.AT_LEAST_ONCE)
              .send()
              .getReasonCodes();
    } catch (Mqtt5SubAckException refusal) {
      codes = refusal.getMqttMessage().getReasonCodes();
    }

    assertThat(codes).containsExactly(expected);
    client.unsubscribeWith().topicFilter(filter).send();
  }

  @Test
  void anMqtt311ClientLearnsOfARefusedSubscriptionToo() {
    Mqtt3BlockingClient client = rig.mqtt3("three");
    client.connect();

    assertThatThrownBy(() -> client.subscribeWith().topicFilter("#").send())
        .isInstanceOf(Mqtt3SubAckException.class);
    client.unsubscribeWith().topicFilter("#").send();
    client.disconnect();
  }

  @Test
  void twoHundredClientsAtOnceAreAllAcknowledged() throws Exception {
    List<Mqtt5AsyncClient> clients = new ArrayList<>();
    List<CompletableFuture<?>> connects = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Mqtt5AsyncClient client = rig.mqtt5("client-" + i).toAsync();
      clients.add(client);
      connects.add(client.connect());
    }
    CompletableFuture.allOf(connects.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
    assertThat(rig.telemetry.total(Metric.EDGE_CONNECTIONS)).isEqualTo(200);

    long startMs = rig.nowMs() - 10_000;
    List<CompletableFuture<Mqtt5PublishResult>> answers = new ArrayList<>();
    for (int round = 0; round < 5; round++) {
      for (int i = 0; i < 200; i++) {
        answers.add(publish(clients.get(i), 1000 + i, startMs + 1000L * round));
      }
    }
    for (CompletableFuture<Mqtt5PublishResult> answer : answers) {
      assertThat(answer.get(30, TimeUnit.SECONDS).getError()).isEmpty();
    }

    assertThat(rig.received()).isEqualTo(1000);
    assertThat(rig.admitted()).isEqualTo(1000);
    assertThat(rig.telemetry.count(Metric.EDGE_MESSAGES_STORED)).isEqualTo(1000);
    assertThat(rig.telemetry.total(Metric.EDGE_STATIONS)).isEqualTo(200);
    assertThat(rig.telemetry.total(Metric.EDGE_UPLINK_PENDING)).isZero();
    assertThat(rig.uplink.tries()).hasSizeLessThan(1000);
  }

  @Test
  void closingTellsMqtt5Clients() throws Exception {
    AtomicReference<Throwable> cause = new AtomicReference<>();
    com.hivemq.client.mqtt.MqttClient.builder()
        .useMqttVersion5()
        .identifier("told")
        .serverHost("127.0.0.1")
        .serverPort(rig.node.mqttPort())
        .addDisconnectedListener(context -> cause.set(context.getCause()))
        .buildBlocking()
        .connect();
    EdgeRig.await(rig.node.close());

    await()
        .untilAsserted(() ->
            assertThat(cause.get())
                .isInstanceOfSatisfying(
                    Mqtt5DisconnectException.class,
                    end ->
                        assertThat(end.getMqttMessage())
                            .extracting("reasonCode")
                            .isEqualTo(Mqtt5DisconnectReasonCode.SERVER_SHUTTING_DOWN)));
  }

  private CompletableFuture<Mqtt5PublishResult> publish(Mqtt5AsyncClient client, long stationId) {
    return publish(client, stationId, rig.nowMs());
  }

  private CompletableFuture<Mqtt5PublishResult> publish(
      Mqtt5AsyncClient client, long stationId, long timeMs) {
    return client
        .publishWith()
        .topic("v1/up/" + stationId + "/probe")
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(rig.probe(timeMs))
        .send();
  }
}
