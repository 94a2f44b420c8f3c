package city.wayside.edge.peers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.rig.Served;
import city.wayside.edge.rig.Server;
import city.wayside.edge.wire.Codes;
import city.wayside.edge.wire.Wire;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Eclipse Paho, MQTT 5.
@ExtendWith(Served.class)
class PahoTest {

  private static final long PATIENCE_MS = Wire.DEADLINE.toMillis();

  private final Server server;
  private final String id;
  private final LinkedBlockingQueue<String> arrived = new LinkedBlockingQueue<>();
  private final MqttAsyncClient client;

  PahoTest(Server server) throws MqttException {
    this.server = server;
    this.id = server.freshId();
    this.client =
        new MqttAsyncClient(
            "tcp://" + server.host() + ":" + server.port(), id, new MemoryPersistence());
  }

  @AfterEach
  void close() throws MqttException {
    if (client.isConnected()) {
      client.disconnectForcibly(PATIENCE_MS);
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
    publish("v1/up/7/probe", new byte[] {'{'}, 0);
    disconnect();

    assertThat(server.storedCount()).isGreaterThanOrEqualTo(before + 2);
  }

  @Test
  void itLearnsWhyAMessageWasRefused() throws MqttException {
    connect(true);
    // Of a PUBREC that refuses Paho keeps no reason code, so only QoS 1 tells.
    IMqttToken token = client.publish("v1/up/7/smoke", new byte[0], 1, false);
    try {
      token.waitForCompletion(PATIENCE_MS);
    } catch (MqttException refused) {
      assertThat(refused.getReasonCode()).isEqualTo(Codes.TOPIC_INVALID);
    }
    assertThat(token.getReasonCodes()).contains(Codes.TOPIC_INVALID);
    disconnect();
  }

  @Test
  void itGetsTheNoticeOfARefusal() throws Exception {
    connect(true);
    subscribe("v1/refused/" + id, 0);
    publish("v1/up/7/smoke", new byte[0], 0);

    assertThat(arrived.poll(PATIENCE_MS, TimeUnit.MILLISECONDS)).contains("unknown_topic");
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
    connect(true);
    subscribe("v1/down/" + station + "/#", 1);
    disconnect();
    server.publishDown("v1/down/" + station + "/denm", "missed", 1, false);

    assertThat(connect(false).getSessionPresent()).isTrue();
    assertThat(arrived.poll(PATIENCE_MS, TimeUnit.MILLISECONDS)).isEqualTo("missed");
    disconnect();
  }

  private IMqttToken connect(boolean isClean) throws MqttException {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(isClean);
    options.setSessionExpiryInterval(60L);
    options.setAutomaticReconnect(false);
    client.setCallback(new Arrivals(arrived));
    IMqttToken token = client.connect(options);
    token.waitForCompletion(PATIENCE_MS);
    return token;
  }

  private void subscribe(String filter, int qos) throws MqttException {
    client.subscribe(new MqttSubscription(filter, qos)).waitForCompletion(PATIENCE_MS);
  }

  private void publish(String topic, byte[] payload, int qos) throws MqttException {
    client.publish(topic, payload, qos, false).waitForCompletion(PATIENCE_MS);
  }

  private void disconnect() throws MqttException {
    client.disconnect().waitForCompletion(PATIENCE_MS);
  }

  /// Keeps what arrives.
  private record Arrivals(LinkedBlockingQueue<String> arrived)
      implements org.eclipse.paho.mqttv5.client.MqttCallback {

    @Override
    public void messageArrived(String topic, MqttMessage message) {
      arrived.add(new String(message.getPayload(), UTF_8));
    }

    @Override
    public void disconnected(org.eclipse.paho.mqttv5.client.MqttDisconnectResponse response) {}

    @Override
    public void mqttErrorOccurred(MqttException exception) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {}

    @Override
    public void authPacketArrived(
        int reasonCode, org.eclipse.paho.mqttv5.common.packet.MqttProperties properties) {}
  }
}
