package city.wayside.edge.endpoint.coap;

import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Telemetry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;

/// Counts what happens at the endpoint. Any thread.
final class CoapCounts {

  /// Why something that came in, or was to go out, was dropped without a word.
  enum Drop {
    /// A datagram that is no CoAP message; a confirmable one is rejected or told why.
    MALFORMED,
    /// A datagram that is too long.
    TOO_LONG,
    /// An answer to nothing that was asked.
    UNASKED,
    /// A datagram for which no thread had time.
    NO_TIME,
    /// A response too large for an address that has not proven that it is there.
    UNPROVEN
  }

  /// Why an observation has ended.
  enum Ended {
    /// The client said so, or did not answer.
    CANCELLED,
    /// More waited for it than may.
    TOO_SLOW,
    /// The client may not any more, or was forgotten.
    GONE,
    /// The edge node stops.
    STOPPED
  }

  private final Telemetry telemetry;
  private final ConcurrentMap<ResponseCode, Telemetry.Counter> answered = new ConcurrentHashMap<>();
  private final Map<Drop, Telemetry.Counter> dropped = new EnumMap<>(Drop.class);
  private final Map<Ended, Telemetry.Counter> ended = new EnumMap<>(Ended.class);
  private final Telemetry.Counter assured;
  private final Telemetry.Counter unassured;
  private final Telemetry.Counter sent;
  private final Telemetry.Counter turnedAway;

  CoapCounts(Telemetry telemetry) {
    this.telemetry = telemetry;
    for (Drop why : Drop.values()) {
      dropped.put(why, telemetry.counter(Metric.EDGE_COAP_DROPPED, word(why)));
    }
    for (Ended why : Ended.values()) {
      ended.put(why, telemetry.counter(Metric.EDGE_COAP_OBSERVATIONS_ENDED, word(why)));
    }
    assured = telemetry.counter(Metric.EDGE_COAP_NOTIFICATIONS, "con");
    unassured = telemetry.counter(Metric.EDGE_COAP_NOTIFICATIONS, "non");
    sent = telemetry.counter(Metric.EDGE_DOWNLINK_SENT, "");
    turnedAway = telemetry.counter(Metric.EDGE_COAP_OBSERVATIONS_REFUSED, "");
  }

  /// A request was answered, or would have been if its sender wanted an answer.
  void answered(ResponseCode code) {
    answered
        .computeIfAbsent(code, some -> telemetry.counter(Metric.EDGE_COAP_REQUESTS, some.text))
        .add(1);
  }

  /// Something was dropped.
  void dropped(Drop why) {
    add(dropped, why);
  }

  /// An observation has ended.
  void ended(Ended why) {
    add(ended, why);
  }

  /// A request to observe was answered only once, for there are too many observations.
  void observationRefused() {
    turnedAway.add(1);
  }

  /// A notification is sent.
  void notified(boolean isAssured, int messagesCount) {
    (isAssured ? assured : unassured).add(1);
    sent.add(messagesCount);
  }

  private static <K> void add(Map<K, Telemetry.Counter> counters, K why) {
    Objects.requireNonNull(counters.get(why), "each has a counter").add(1);
  }

  private static String word(Enum<?> why) {
    return why.name().toLowerCase(Locale.ROOT);
  }
}
