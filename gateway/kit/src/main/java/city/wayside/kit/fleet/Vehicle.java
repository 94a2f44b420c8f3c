package city.wayside.kit.fleet;

import city.wayside.model.message.Report;
import org.jspecify.annotations.Nullable;

/// One station with a client of its own; connects again, with growing pauses, when its connection
/// fails, and at once when a server sends it to another one. Event loop.
final class Vehicle implements Line.Owner {

  private static final long RETRY_NS_MIN = 1_000_000_000L;
  private static final long RETRY_NS_MAX = 16_000_000_000L;

  private final Fleet fleet;
  private final long stationId;
  private FleetTarget target;
  private @Nullable Line connection;
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
    this.target = fleet.options().target(stationId);
  }

  /// Where its messages go: MQTT's topic, CoAP's path.
  String path() {
    return "v1/up/" + stationId + "/" + fleet.options().format().kind().word();
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
  FleetTarget target() {
    return target;
  }

  long lastReportMs() {
    return lastReportMs;
  }

  /// Says where it is; the fleet has counted the message as sent.
  void drive(Report report) {
    lastReportMs = report.timeMs();
    Line current = connection;
    byte[] payload = current == null ? null : fleet.encoder().encode(report);
    if (current == null || payload == null) {
      // While it may not connect there is nobody to tell, and what cannot be said is not told.
      fleet.ledger().lost(1);
    } else {
      current.publish(payload);
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
  boolean connect() {
    Line current = connection;
    if (current == null || connecting) {
      return false;
    }
    connecting = true;
    current.connect();
    return true;
  }

  /// Looks after the connection; about once a second.
  void look(long nowNs) {
    Line current = connection;
    if (current != null) {
      current.look(nowNs);
    }
  }

  /// Ends once all is acknowledged.
  void leave() {
    leaving = true;
    Line current = connection;
    if (current == null) {
      fleet.gone(this);
    } else {
      current.finish();
    }
  }

  /// Ends now.
  void abandon() {
    leaving = true;
    Line current = connection;
    if (current != null) {
      current.close();
    }
  }

  int pending() {
    Line current = connection;
    return current == null ? 0 : current.pending();
  }

  @Override
  public void opened() {
    settled();
    pauseNs = RETRY_NS_MIN;
    fleet.ledger().opened();
  }

  @Override
  public void redirected(FleetTarget elsewhere) {
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
      target = fleet.options().target(stationId);
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
  public void acknowledged(long latencyNs) {
    fleet.ledger().acknowledged(latencyNs);
  }

  @Override
  public void refused(String code, long latencyNs) {
    fleet.ledger().refused(code, latencyNs);
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
  public void sentAgain() {
    fleet.ledger().sentAgain();
  }

  @Override
  public void noticed(String code) {
    fleet.ledger().noticed(code);
  }
}
