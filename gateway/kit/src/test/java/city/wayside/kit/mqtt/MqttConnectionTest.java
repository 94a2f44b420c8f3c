package city.wayside.kit.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.kit.broker.ScriptedBroker;
import city.wayside.kit.broker.ScriptedBroker.Answer;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServerOptions;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MqttConnectionTest {

  private final Vertx vertx = Vertx.vertx();
  private final List<String> told = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private ScriptedBroker broker(IntFunction<String> welcome) {
    return new ScriptedBroker(vertx, new NetServerOptions(), one -> new Answer.Silence(), welcome);
  }

  private void connect(ScriptedBroker broker) {
    MqttTarget target = MqttTarget.of("127.0.0.1", broker.port(), MqttVersion.V5);
    vertx.runOnContext(_ -> {
      Told listener = new Told();
      listener.connection =
          new MqttConnection(
              target,
              MqttSession.kept(60),
              "v-1",
              MqttLimits.defaults(),
              listener,
              System::nanoTime);
      listener.connection.connect(vertx.createNetClient());
    });
  }

  private void awaitTold(String... expected) {
    Awaitility.await().untilAsserted(() -> assertThat(told).containsExactly(expected));
  }

  @Test
  void aSubscriptionIsToldWhenItIsGranted() {
    try (ScriptedBroker broker = broker(ScriptedBroker.WELCOME)) {
      connect(broker);

      awaitTold("opened", "subscribed 1 1");
      broker.say("32 08 00 01 74 00 07 00 68 69");
      awaitTold("opened", "subscribed 1 1", "message t hi");
    }
  }

  @Test
  void aSessionThatIsStillThereIsTold() {
    try (ScriptedBroker broker = broker(number -> "20 03 01 00 00")) {
      connect(broker);

      awaitTold("resumed", "opened", "closed true closed by the server");
    }
  }

  @Test
  void aServerThatSendsElsewhereIsToldBeforeTheEnd() {
    try (ScriptedBroker broker = broker(ScriptedBroker.WELCOME)) {
      connect(broker);
      awaitTold("opened", "subscribed 1 1");
      broker.say("e0 08 9d 06 1c 0003 623a32");

      awaitTold(
          "opened",
          "subscribed 1 1",
          "redirected b:2 true",
          "closed true disconnected with code 0x9d");
    }
  }

  @Test
  void aServerMaySendElsewhereAtOnce() {
    try (ScriptedBroker broker = broker(number -> "20 09 00 9c 06 1c 0003 623a32")) {
      connect(broker);

      awaitTold("redirected b:2 false", "closed false refused with code 0x9c");
    }
  }

  @Test
  void aRedirectionToNowhereIsAnEnd() {
    try (ScriptedBroker broker = broker(number -> "20 03 00 9c 00")) {
      connect(broker);

      awaitTold("closed false refused with code 0x9c");
    }
  }

  private final class Told implements MqttListener {
    private @Nullable MqttConnection connection;

    @Override
    public void opened() {
      told.add("opened");
      Objects.requireNonNull(connection).subscribe("#", 1);
    }

    @Override
    public void resumed() {
      told.add("resumed");
    }

    @Override
    public void closed(boolean wasOpen, String reason) {
      told.add("closed " + wasOpen + " " + reason);
    }

    @Override
    public void redirected(MqttTarget target, boolean isForGood) {
      told.add("redirected " + target.host() + ":" + target.port() + " " + isForGood);
    }

    @Override
    public void subscribed(int packetId, int qos) {
      told.add("subscribed " + packetId + " " + qos);
    }

    @Override
    public void message(String topic, byte[] payload) {
      told.add(
          "message " + topic + " " + new String(payload, java.nio.charset.StandardCharsets.UTF_8));
    }

    @Override
    public void acknowledged(int reasonCode, long latencyNs) {}

    @Override
    public void written() {}

    @Override
    public void lost(int count) {}
  }
}
