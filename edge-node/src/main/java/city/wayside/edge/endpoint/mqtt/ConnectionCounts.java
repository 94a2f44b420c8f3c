package city.wayside.edge.endpoint.mqtt;

import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Telemetry;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Counts what happens to connections. Any thread.
final class ConnectionCounts {

  private final Telemetry telemetry;
  private final ConcurrentMap<String, Telemetry.Counter> ended = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Telemetry.Counter> refused = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Telemetry.Counter> violated = new ConcurrentHashMap<>();
  private final Telemetry.Counter accepted;
  private final Telemetry.Counter missed;
  private final Telemetry.Counter sent;

  ConnectionCounts(Telemetry telemetry) {
    this.telemetry = telemetry;
    this.accepted = telemetry.counter(Metric.EDGE_MQTT_ACCEPTED, "");
    this.missed = telemetry.counter(Metric.EDGE_DOWNLINK_MISSED, "");
    this.sent = telemetry.counter(Metric.EDGE_DOWNLINK_SENT, "");
  }

  /// A client was welcome.
  void accepted() {
    accepted.add(1);
  }

  /// A CONNECT was refused.
  void refused(int reasonCode) {
    count(refused, Metric.EDGE_MQTT_REFUSED, hex(reasonCode));
  }

  /// A rule of the protocol was broken.
  void violated(int reasonCode) {
    count(violated, Metric.EDGE_MQTT_VIOLATIONS, hex(reasonCode));
  }

  /// A connection has ended.
  void ended(String word) {
    count(ended, Metric.EDGE_MQTT_ENDED, word);
  }

  /// Messages that a client was to get and that are no longer there.
  void missed(int messages) {
    missed.add(messages);
  }

  /// Messages that went to clients.
  void sent(int messages) {
    sent.add(messages);
  }

  private void count(
      ConcurrentMap<String, Telemetry.Counter> counters, Metric metric, String label) {
    counters.computeIfAbsent(label, name -> telemetry.counter(metric, name)).add(1);
  }

  private static String hex(int reasonCode) {
    return String.format(Locale.ROOT, "0x%02x", reasonCode);
  }
}
