package city.wayside.edge;

import city.wayside.model.message.MessageKind;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Telemetry;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts what comes of each message, so that received = admitted + refused. Any thread.
final class Ledger {

  /// The type of messages whose topic names none.
  static final String NO_KIND = "none";

  private final Map<MessageKind, Telemetry.Counter> received = new EnumMap<>(MessageKind.class);
  private final Map<MessageKind, Telemetry.Counter> admitted = new EnumMap<>(MessageKind.class);
  private final Map<Refusal, Telemetry.Counter> refused = new EnumMap<>(Refusal.class);
  private final Telemetry.Counter receivedWithoutKind;
  private final Telemetry.Counter offRoad;

  Ledger(Telemetry telemetry) {
    for (MessageKind kind : MessageKind.values()) {
      received.put(kind, telemetry.counter(Metric.EDGE_MESSAGES_RECEIVED, kind.word()));
      admitted.put(kind, telemetry.counter(Metric.EDGE_MESSAGES_ADMITTED, kind.word()));
    }
    for (Refusal code : Refusal.values()) {
      refused.put(code, telemetry.counter(Metric.EDGE_MESSAGES_REFUSED, code.word()));
    }
    receivedWithoutKind = telemetry.counter(Metric.EDGE_MESSAGES_RECEIVED, NO_KIND);
    offRoad = telemetry.counter(Metric.EDGE_REPORTS_OFF_ROAD, "");
  }

  void received(@Nullable MessageKind kind) {
    add(kind == null ? receivedWithoutKind : received.get(kind));
  }

  void admitted(MessageKind kind, boolean isOnRoad) {
    add(admitted.get(kind));
    if (!isOnRoad) {
      offRoad.add(1);
    }
  }

  void refused(Refusal code) {
    add(refused.get(code));
  }

  private static void add(Telemetry.@Nullable Counter counter) {
    if (counter == null) {
      throw new IllegalStateException("every kind and code has a counter");
    }
    counter.add(1);
  }
}
