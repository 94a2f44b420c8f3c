package city.wayside.edge.peers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.rig.Served;
import city.wayside.edge.rig.Server;
import city.wayside.edge.wire.Codes;
import city.wayside.edge.wire.Wire;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubRecException;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// HiveMQ's client, MQTT 5 and 3.1.1.
@ExtendWith(Served.class)
class HiveMqTest {

  private static final long PATIENCE_MS = Wire.DEADLINE.toMillis();

  private final Server server;
  private final String id;
  private final Mqtt5BlockingClient five;
  private final Mqtt3BlockingClient three;

  HiveMqTest(Server server) {
    this.server = server;
    this.id = server.freshId();
    this.five =
        MqttClient.builder()
            .useMqttVersion5()
            .identifier(id)
            .serverHost(server.host())
            .serverPort(server.port())
            .buildBlocking();
    this.three =
        MqttClient.builder()
            .useMqttVersion3()
            .identifier(id)
            .serverHost(server.host())
            .serverPort(server.port())
            .buildBlocking();
  }

  @AfterEach
  void disconnect() {
    if (five.getState().isConnected()) {
      five.disconnect();
    }
    if (three.getState().isConnected()) {
      three.disconnect();
    }
  }

  @Test
  void itPublishesWithEveryQos() {
    long before = server.storedCount();
    five.connect();
    for (MqttQos qos : new MqttQos[] {MqttQos.EXACTLY_ONCE, MqttQos.AT_LEAST_ONCE}) {
      long station = server.freshStation();
      Mqtt5PublishResult result =
          five.publishWith()
              .topic(Server.topicOf(station))
              .qos(qos)
              .payload(server.probe(station))
              .send();
      assertThat(result.getError()).isEmpty();
    }
    five.publishWith().topic("v1/up/7/probe").payload(server.probe(7)).send();

    assertThat(server.storedCount()).isGreaterThanOrEqualTo(before + 2);
  }

  @Test
  void itPublishesWithEveryQosOfMqtt311() {
    long before = server.storedCount();
    three.connect();
    for (MqttQos qos : new MqttQos[] {MqttQos.EXACTLY_ONCE, MqttQos.AT_LEAST_ONCE}) {
      long station = server.freshStation();
      three
          .publishWith()
          .topic(Server.topicOf(station))
          .qos(qos)
          .payload(server.probe(station))
          .send();
    }
    assertThat(server.storedCount()).isGreaterThanOrEqualTo(before + 2);
  }

  @Test
  void itLearnsWhyAMessageWasRefused() {
    five.connect();
    int one;
    try {
      five.publishWith().topic("v1/up/7/smoke").qos(MqttQos.AT_LEAST_ONCE).send();
      one = 0;
    } catch (Mqtt5PubAckException refused) {
      one = refused.getMqttMessage().getReasonCode().getCode();
      assertThat(refused.getMqttMessage().getReasonString()).isPresent();
    }
    int two;
    try {
      five.publishWith().topic("v1/up/7/smoke").qos(MqttQos.EXACTLY_ONCE).send();
      two = 0;
    } catch (Mqtt5PubRecException refused) {
      two = refused.getMqttMessage().getReasonCode().getCode();
    }
    assertThat(one).isEqualTo(Codes.TOPIC_INVALID);
    assertThat(two).isEqualTo(Codes.TOPIC_INVALID);
  }

  @Test
  void itGetsMessages() throws InterruptedException {
    String station = server.freshId();
    five.connect();
    try (Mqtt5BlockingClient.Mqtt5Publishes arrived = five.publishes(MqttGlobalPublishFilter.ALL)) {
      five.subscribeWith()
          .topicFilter("v1/down/" + station + "/#")
          .qos(MqttQos.AT_LEAST_ONCE)
          .send();
      server.publishDown("v1/down/" + station + "/denm", "ice", 1, false);

      assertThat(next(arrived)).contains("ice");
    }
  }

  @Test
  void itComesBackToItsSession() throws InterruptedException {
    String station = server.freshId();
    five.connectWith().sessionExpiryInterval(60).send();
    five.subscribeWith().topicFilter("v1/down/" + station + "/#").qos(MqttQos.AT_LEAST_ONCE).send();
    five.disconnectWith().sessionExpiryInterval(60).send();
    server.publishDown("v1/down/" + station + "/denm", "missed", 1, false);

    try (Mqtt5BlockingClient.Mqtt5Publishes arrived = five.publishes(MqttGlobalPublishFilter.ALL)) {
      assertThat(
              five.connectWith()
                  .cleanStart(false)
                  .sessionExpiryInterval(60)
                  .send()
                  .isSessionPresent())
          .isTrue();
      assertThat(next(arrived)).contains("missed");
    }
  }

  private static Optional<String> next(Mqtt5BlockingClient.Mqtt5Publishes arrived)
      throws InterruptedException {
    return arrived
        .receive(PATIENCE_MS, TimeUnit.MILLISECONDS)
        .map(Mqtt5Publish::getPayloadAsBytes)
        .map(payload -> new String(payload, UTF_8));
  }
}
