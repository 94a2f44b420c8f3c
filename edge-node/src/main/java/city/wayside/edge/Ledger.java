package city.wayside.edge;

import city.wayside.edge.account.RefusalLog;
import city.wayside.edge.inbound.Client;
import city.wayside.edge.inbound.Inbound;
import city.wayside.model.message.MessageKind;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Telemetry;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts what comes of each message, for the node and for the client, so that received = admitted
/// + refused. Any thread.
final class Ledger {

  /// The type of messages whose topic names none.
  static final String NO_KIND = "none";

  private final Map<MessageKind, Telemetry.Counter> received = new EnumMap<>(MessageKind.class);
  private final Map<MessageKind, Telemetry.Counter> admitted = new EnumMap<>(MessageKind.class);
  private final Map<Refusal, Telemetry.Counter> refused = new EnumMap<>(Refusal.class);
  private final Map<MessageKind, Telemetry.Counter> hazards = new EnumMap<>(MessageKind.class);
  private final Map<MessageKind, Telemetry.Counter> thinned = new EnumMap<>(MessageKind.class);
  private final Map<MessageKind, Telemetry.Counter> thinnedQos0 = new EnumMap<>(MessageKind.class);
  private final Telemetry.Counter receivedWithoutKind;
  private final Telemetry.Counter offRoad;
  private final RefusalLog refusals;

  Ledger(Telemetry telemetry, RefusalLog refusals) {
    for (MessageKind kind : MessageKind.values()) {
      received.put(kind, telemetry.counter(Metric.EDGE_MESSAGES_RECEIVED, kind.word()));
      admitted.put(kind, telemetry.counter(Metric.EDGE_MESSAGES_ADMITTED, kind.word()));
      if (kind.isBeacon()) {
        thinned.put(kind, telemetry.counter(Metric.EDGE_MESSAGES_THINNED, kind.word() + "-qos1"));
        thinnedQos0.put(
            kind, telemetry.counter(Metric.EDGE_MESSAGES_THINNED, kind.word() + "-qos0"));
      }
      if (kind.isUrgent()) {
        hazards.put(kind, telemetry.counter(Metric.EDGE_HAZARDS_ADMITTED, kind.word()));
      }
    }
    for (Refusal code : Refusal.values()) {
      refused.put(code, telemetry.counter(Metric.EDGE_MESSAGES_REFUSED, code.word()));
    }
    receivedWithoutKind = telemetry.counter(Metric.EDGE_MESSAGES_RECEIVED, NO_KIND);
    offRoad = telemetry.counter(Metric.EDGE_REPORTS_OFF_ROAD, "");
    this.refusals = refusals;
  }

  void received(@Nullable MessageKind kind) {
    add(kind == null ? receivedWithoutKind : received.get(kind), 1);
  }

  void admitted(Inbound inbound) {
    add(admitted.get(inbound.kind()), 1);
    inbound.client().account().admitted(inbound.receivedMs());
  }

  void admitted(Inbound inbound, boolean isOnRoad) {
    admitted(inbound);
    if (!isOnRoad) {
      offRoad.add(1);
    }
  }

  void hazards(Inbound inbound, int eventsCount) {
    admitted(inbound);
    add(hazards.get(inbound.kind()), eventsCount);
  }

  void refused(Inbound inbound, Refused why) {
    refused(inbound.client(), inbound.kind(), why, inbound.receivedMs());
    if (why.code() == Refusal.THINNED) {
      add((inbound.wantsAnswer() ? thinned : thinnedQos0).get(inbound.kind()), 1);
    }
  }

  void refused(Client client, @Nullable MessageKind kind, Refused why, long nowMs) {
    add(refused.get(why.code()), 1);
    client.account().refused(why.code(), nowMs);
    refusals.add(client.id(), kind, why, nowMs);
  }

  /// Broken rules are no messages; they only stand among the refusals.
  void brokeRules(String who, Refused why, long nowMs) {
    refusals.add(who, null, why, nowMs);
  }

  private static void add(Telemetry.@Nullable Counter counter, int count) {
    if (counter == null) {
      throw new IllegalStateException("every kind and code has a counter");
    }
    counter.add(count);
  }
}
