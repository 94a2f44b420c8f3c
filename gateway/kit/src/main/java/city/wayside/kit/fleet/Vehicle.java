package city.wayside.kit.fleet;

import city.wayside.kit.mqtt.MqttConnection;
import city.wayside.kit.mqtt.MqttListener;
import city.wayside.kit.mqtt.MqttTarget;
import city.wayside.model.message.Report;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.vertx.core.net.NetClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One station with a client of its own; connects again, with growing pauses, when its connection
/// fails, and at once when a server sends it to another one. Event loop.
final class Vehicle implements MqttListener {

  private static final long RETRY_NS_MIN = 1_000_000_000L;
  private static final long RETRY_NS_MAX = 16_000_000_000L;
  private static final JsonFactory JSON = new JsonFactory();

  private final Fleet fleet;
  private final long stationId;
  private final byte[] topic;
  private MqttTarget target;
  private @Nullable MqttConnection connection;
  private long retryAtNs;
  private long pauseNs = RETRY_NS_MIN;
  private long lastReportMs;
  private boolean tried;
  private boolean connecting;
  private boolean leaving;
  private boolean redirected;

  Vehicle(Fleet fleet, long stationId) {
    this.fleet = fleet;
    this.stationId = stationId;
    this.target = fleet.options().target();
    String word = fleet.options().format().kind().word();
    this.topic = ("v1/up/" + stationId + "/" + word).getBytes(StandardCharsets.UTF_8);
  }

  String clientId() {
    return clientId(stationId);
  }

  /// How the client of a station is called.
  static String clientId(long stationId) {
    return "v-" + stationId;
  }

  long stationId() {
    return stationId;
  }

  /// Where it connects next.
  MqttTarget target() {
    return target;
  }

  long lastReportMs() {
    return lastReportMs;
  }

  /// Says where it is; the fleet has counted the message as sent.
  void drive(Report report) {
    lastReportMs = report.timeMs();
    MqttConnection current = connection;
    byte[] payload = current == null ? null : fleet.encoder().encode(report);
    if (current == null || payload == null) {
      // While it may not connect there is nobody to tell, and what cannot be said is not told.
      fleet.ledger().lost(1);
    } else {
      current.publish(topic, payload, fleet.options().qos());
    }
  }

  /// Asks the fleet to be connected when it is not and may try; what it says meanwhile waits.
  void wish(long nowNs) {
    if (connection == null && !leaving && (!tried || nowNs - retryAtNs >= 0)) {
      tried = true;
      connection = fleet.connection(this);
    }
  }

  /// Its turn to connect.
  ///
  /// @return false when it no longer wants to
  boolean connect(NetClient net) {
    MqttConnection current = connection;
    if (current == null || connecting) {
      return false;
    }
    connecting = true;
    current.connect(net);
    return true;
  }

  /// Looks after the connection; about once a second.
  void look(long nowNs) {
    MqttConnection current = connection;
    if (current != null) {
      current.look(nowNs);
    }
  }

  /// Ends once all is acknowledged.
  void leave() {
    leaving = true;
    MqttConnection current = connection;
    if (current == null) {
      fleet.gone(this);
    } else {
      current.finish();
    }
  }

  /// Ends now.
  void abandon() {
    leaving = true;
    MqttConnection current = connection;
    if (current != null) {
      current.close();
    }
  }

  int pending() {
    MqttConnection current = connection;
    return current == null ? 0 : current.pending();
  }

  @Override
  public void opened() {
    settled();
    pauseNs = RETRY_NS_MIN;
    fleet.ledger().opened();
    MqttConnection current = connection;
    if (fleet.options().watchRefusals() && current != null) {
      current.subscribe("v1/refused/" + clientId(), 1);
    }
  }

  @Override
  public void redirected(MqttTarget elsewhere, boolean isForGood) {
    target = elsewhere;
    redirected = true;
  }

  @Override
  public void closed(boolean wasOpen, String reason) {
    settled();
    connection = null;
    retryAtNs = fleet.nowNs() + (redirected && pauseNs == RETRY_NS_MIN ? 0 : pauseNs);
    pauseNs = Math.min(2 * pauseNs, RETRY_NS_MAX);
    if (!wasOpen && !redirected) {
      target = fleet.options().target();
    }
    redirected = false;
    fleet.ledger().closed(wasOpen, reason);
    if (leaving) {
      fleet.gone(this);
    }
  }

  private void settled() {
    if (connecting) {
      connecting = false;
      fleet.connectEnded();
    }
  }

  @Override
  public void acknowledged(int reasonCode, long latencyNs) {
    fleet.ledger().answered(reasonCode, latencyNs);
  }

  @Override
  public void written() {
    fleet.ledger().written();
  }

  @Override
  public void lost(int count) {
    fleet.ledger().lost(count);
  }

  @Override
  public void message(String topicOfNotice, byte[] payload) {
    fleet.ledger().noticed(code(payload));
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
