package city.wayside.kit.fleet;

import city.wayside.kit.mqtt.MqttConnection;
import city.wayside.kit.mqtt.MqttListener;
import city.wayside.kit.mqtt.MqttTarget;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.vertx.core.net.NetClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;

/// A station's MQTT connection.
final class MqttLine implements Line, MqttListener {

  private static final int REFUSED = 0x80;
  private static final JsonFactory JSON = new JsonFactory();

  private final Owner owner;
  private final NetClient net;
  private final String clientId;
  private final byte[] topic;
  private final FleetOptions options;
  private final MqttConnection connection;

  MqttLine(
      Vehicle owner,
      NetClient net,
      MqttTarget target,
      FleetOptions options,
      LongSupplier nanoClock) {
    this.owner = owner;
    this.net = net;
    this.clientId = owner.clientId();
    this.topic = owner.path().getBytes(StandardCharsets.UTF_8);
    this.options = options;
    this.connection = new MqttConnection(target, clientId, options.limits(), this, nanoClock);
  }

  @Override
  public void connect() {
    connection.connect(net);
  }

  @Override
  public void publish(byte[] payload) {
    connection.publish(topic, payload, options.qos());
  }

  @Override
  public void look(long nowNs) {
    connection.look(nowNs);
  }

  @Override
  public void finish() {
    connection.finish();
  }

  @Override
  public void close() {
    connection.close();
  }

  @Override
  public int pending() {
    return connection.pending();
  }

  @Override
  public void opened() {
    owner.opened();
    if (options.watchRefusals()) {
      connection.subscribe("v1/refused/" + clientId, 1);
    }
  }

  @Override
  public void closed(boolean wasOpen, String reason) {
    owner.closed(wasOpen, reason);
  }

  @Override
  public void redirected(MqttTarget elsewhere, boolean isForGood) {
    owner.redirected(new FleetTarget.Mqtt(elsewhere));
  }

  @Override
  public void acknowledged(int reasonCode, long latencyNs) {
    if (reasonCode < REFUSED) {
      owner.acknowledged(latencyNs);
    } else {
      owner.refused("0x%02x".formatted(reasonCode), latencyNs);
    }
  }

  @Override
  public void written() {
    owner.written();
  }

  @Override
  public void lost(int count) {
    owner.lost(count);
  }

  @Override
  public void message(String topicOfNotice, byte[] payload) {
    owner.noticed(code(payload));
  }

  /// The `code` of a refusal notice.
  private static String code(byte[] payload) {
    try (JsonParser parser = JSON.createParser(payload)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.FIELD_NAME && "code".equals(parser.currentName())) {
          String text = parser.nextTextValue();
          return text == null ? "unreadable" : text;
        }
      }
    } catch (IOException notJson) {
      return "unreadable";
    }
    return "unreadable";
  }
}
