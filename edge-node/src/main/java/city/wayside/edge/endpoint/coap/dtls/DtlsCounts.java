package city.wayside.edge.endpoint.coap.dtls;

import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Telemetry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.californium.scandium.DtlsClusterHealth;
import org.eclipse.californium.scandium.DtlsHealthExtended;

/// Counts what happens below the messages. Any thread.
final class DtlsCounts implements DtlsClusterHealth, DtlsHealthExtended {

  /// What becomes of a handshake.
  enum Outcome {
    /// A first message without a cookie: only its sender's address is verified.
    GREETED,
    /// Begun, after the address was verified.
    BEGUN,
    /// A session came of it.
    ESTABLISHED,
    /// A session went on without a new proof.
    RESUMED,
    /// Nothing came of it.
    FAILED,
    /// The client's last message was not made with the right key.
    WRONG_KEY,
    /// Not begun: too many were under way.
    BUSY,
    /// Not begun: too many of its address had failed.
    TOO_FAST
  }

  /// What is dropped.
  enum Dropped {
    /// A whole datagram.
    DATAGRAM,
    /// A record of one.
    RECORD
  }

  /// The ways that records take between nodes.
  enum Way {
    /// A record of a session of another node, passed on to it.
    FORWARDED,
    /// A record of a session of this node, taken from another one.
    TAKEN,
    /// A record to a client, given to the node through which it speaks.
    RETURNED,
    /// A record of another node's session, sent to the client.
    SENT,
    /// A record for a node that is not there.
    LOST,
    /// A record that did not come from a node.
    FORGED
  }

  private final Map<Outcome, Telemetry.Counter> handshakes = new EnumMap<>(Outcome.class);
  private final Map<Dropped, Telemetry.Counter> dropped = new EnumMap<>(Dropped.class);
  private final Map<Way, Telemetry.Counter> ways = new EnumMap<>(Way.class);
  private final Telemetry.Counter saved;
  private final Telemetry.Counter loaded;
  private volatile int sessionsCount;

  DtlsCounts(Telemetry telemetry) {
    for (Outcome outcome : Outcome.values()) {
      handshakes.put(outcome, telemetry.counter(Metric.EDGE_DTLS_HANDSHAKES, word(outcome)));
    }
    for (Dropped what : Dropped.values()) {
      dropped.put(what, telemetry.counter(Metric.EDGE_DTLS_DROPPED, word(what)));
    }
    for (Way way : Way.values()) {
      ways.put(way, telemetry.counter(Metric.EDGE_DTLS_PASSED_ON, word(way)));
    }
    saved = telemetry.counter(Metric.EDGE_DTLS_HANDED_OVER, "saved");
    loaded = telemetry.counter(Metric.EDGE_DTLS_HANDED_OVER, "loaded");
    telemetry.gauge(Metric.EDGE_DTLS_SESSIONS, "", () -> sessionsCount);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  void handshake(Outcome outcome) {
    Objects.requireNonNull(handshakes.get(outcome), "each has a counter").add(1);
  }

  void dropped(Dropped what) {
    Objects.requireNonNull(dropped.get(what), "each has a counter").add(1);
  }

  void passedOn(Way way) {
    Objects.requireNonNull(ways.get(way), "each has a counter").add(1);
  }

  void saved(int sessions) {
    saved.add(sessions);
  }

  void loaded(int sessions) {
    loaded.add(sessions);
  }

  @Override
  public void setConnections(int count) {
    sessionsCount = count;
  }

  @Override
  public boolean isEnabled() {
    return true;
  }

  @Override
  public void forwardMessage() {
    passedOn(Way.FORWARDED);
  }

  @Override
  public void processForwardedMessage() {
    passedOn(Way.TAKEN);
  }

  @Override
  public void backwardMessage() {
    passedOn(Way.RETURNED);
  }

  @Override
  public void sendBackwardedMessage() {
    passedOn(Way.SENT);
  }

  @Override
  public void dropForwardMessage() {
    passedOn(Way.LOST);
  }

  @Override
  public void dropBackwardMessage() {
    passedOn(Way.LOST);
  }

  @Override
  public void badForwardMessage() {
    passedOn(Way.FORGED);
  }

  @Override
  public void badBackwardMessage() {
    passedOn(Way.FORGED);
  }

  // What follows is counted elsewhere, or not of interest.

  @Override
  public void dump(
      String tag, int maxConnections, int remainingCapacity, int pendingWithoutVerify) {
    setConnections(maxConnections - remainingCapacity);
  }

  @Override
  public void startHandshake() {}

  @Override
  public void endHandshake(boolean success) {}

  @Override
  public void receivingRecord(boolean drop) {}

  @Override
  public void sendingRecord(boolean drop) {}

  @Override
  public void sendingClusterManagementMessage() {}

  @Override
  public void receivingClusterManagementMessage() {}
}
