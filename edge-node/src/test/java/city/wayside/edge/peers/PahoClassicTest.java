package city.wayside.edge.peers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.rig.Served;
import city.wayside.edge.rig.Server;
import city.wayside.edge.wire.Wire;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Eclipse Paho, MQTT 3.1.1.
@ExtendWith(Served.class)
class PahoClassicTest {

  private static final long PATIENCE_MS = Wire.DEADLINE.toMillis();
  private static final int REFUSED = 0x80;

  private final Server server;
  private final String id;
  private final LinkedBlockingQueue<String> arrived = new LinkedBlockingQueue<>();
  private final MqttAsyncClient client;

  PahoClassicTest(Server server) throws MqttException {
    this.server = server;
    this.id = server.freshId();
    this.client =
        new MqttAsyncClient(
            "tcp://" + server.host() + ":" + server.port(), id, new MemoryPersistence());
  }

  @AfterEach
  void close() throws MqttException {
    if (client.isConnected()) {
      client.disconnectForcibly(0, PATIENCE_MS);
    }
    client.close(true);
  }

  @Test
  void itPublishesWithEveryQos() throws MqttException {
    long before = server.storedCount();
    connect(true);
    for (int qos = 2; qos >= 0; qos--) {
      long station = server.freshStation();
      publish(Server.topicOf(station), server.probe(station), qos);
    }
    disconnect();

    assertThat(server.storedCount()).isGreaterThanOrEqualTo(before + 2);
  }

  @Test
  void itLearnsThatAFilterWasRefused() throws MqttException {
    connect(true);
    IMqttToken token = client.subscribe("somebody/else", 1);
    token.waitForCompletion(PATIENCE_MS);

    assertThat(token.getGrantedQos()).containsExactly(REFUSED);
    disconnect();
  }

  @Test
  void itGetsTheNoticeOfARefusal() throws Exception {
    connect(true);
    subscribe("v1/refused/" + id, 0);
    for (int qos = 0; qos <= 2; qos++) {
      publish("v1/up/7/smoke", new byte[0], qos);
      assertThat(arrived.poll(PATIENCE_MS, TimeUnit.MILLISECONDS)).contains("unknown_topic");
    }
    disconnect();
  }

  @Test
  void itGetsMessages() throws Exception {
    String station = server.freshId();
    connect(true);
    subscribe("v1/down/" + station + "/#", 1);
    server.publishDown("v1/down/" + station + "/denm", "ice", 1, false);

    assertThat(arrived.poll(PATIENCE_MS, TimeUnit.MILLISECONDS)).isEqualTo("ice");
    disconnect();
  }

  @Test
  void itComesBackToItsSession() throws Exception {
    String station = server.freshId();
    connect(false);
    subscribe("v1/down/" + station + "/#", 1);
    disconnect();
    server.publishDown("v1/down/" + station + "/denm", "missed", 1, false);

    assertThat(connect(false).getSessionPresent()).isTrue();
    assertThat(arrived.poll(PATIENCE_MS, TimeUnit.MILLISECONDS)).isEqualTo("missed");
    disconnect();
  }

  private IMqttToken connect(boolean isClean) throws MqttException {
    MqttConnectOptions options = new MqttConnectOptions();
    options.setCleanSession(isClean);
    options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
    client.setCallback(null);
    client.setCallback(new Arrivals(arrived));
    IMqttToken token = client.connect(options);
    token.waitForCompletion(PATIENCE_MS);
    return token;
  }

  private void subscribe(String filter, int qos) throws MqttException {
    client.subscribe(filter, qos).waitForCompletion(PATIENCE_MS);
  }

  private void publish(String topic, byte[] payload, int qos) throws MqttException {
    client.publish(topic, payload, qos, false).waitForCompletion(PATIENCE_MS);
  }

  private void disconnect() throws MqttException {
    client.disconnect().waitForCompletion(PATIENCE_MS);
  }

  /// Keeps what arrives.
  private record Arrivals(LinkedBlockingQueue<String> arrived)
      implements org.eclipse.paho.client.mqttv3.MqttCallback {

    @Override
    public void messageArrived(String topic, org.eclipse.paho.client.mqttv3.MqttMessage message) {
      arrived.add(new String(message.getPayload(), UTF_8));
    }

    @Override
    public void connectionLost(Throwable cause) {}

    @Override
    public void deliveryComplete(org.eclipse.paho.client.mqttv3.IMqttDeliveryToken token) {}
  }
}
