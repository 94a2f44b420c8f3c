package city.wayside.edge.endpoint.mqtt.session;

import city.wayside.edge.endpoint.mqtt.packet.MessageProperties;
import city.wayside.edge.endpoint.mqtt.packet.OutgoingPublish;
import city.wayside.edge.endpoint.mqtt.transport.Wire;
import city.wayside.edge.outbound.Conflation;
import city.wayside.model.downlink.DownMessage;
import city.wayside.model.session.SessionState.Unacknowledged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is under way to one client: sent and not acknowledged, or waiting because the client is
/// slow. Made for a client when it is first sent something. Event loop only.
public final class Deliveries {

  private static final int PACKET_ID_MAX = 65_535;
  private static final int MS_PER_S = 1000;
  private static final long EXPIRY_S_MAX = 0xFFFF_FFFFL;

  private final Wire wire;
  private final Receiver receiver;
  private final DeliveryConfig limits;
  private final Map<Integer, Delivery> inFlight = new LinkedHashMap<>(4);
  private @Nullable Map<String, Integer> aliases;
  private @Nullable Conflation<Delivery> waiting;
  private int lastPacketId;
  private long droppedCount;

  /// Nothing under way.
  public Deliveries(Wire wire, Receiver receiver, DeliveryConfig limits) {
    this.wire = wire;
    this.receiver = receiver;
    this.limits = limits;
  }

  /// Sends a message, or has it wait until the client is ready for it.
  ///
  /// @return false when too much waits already: the client is too slow to be served
  public boolean offer(Delivery delivery, long nowMs) {
    if (isOver(delivery, nowMs) || !fits(delivery)) {
      return true;
    }
    if ((waiting == null || waiting.isEmpty()) && isReady(delivery)) {
      send(delivery, nowMs);
      return true;
    }
    if (waiting == null) {
      waiting = new Conflation<>(limits.waitingMessagesMax(), limits.waitingBytesMax());
    }
    return switch (waiting.offer(delivery, delivery.message())) {
      case ADDED -> true;
      case REPLACED -> {
        droppedCount++;
        yield true;
      }
      case FULL -> false;
    };
  }

  private static boolean isOver(Delivery delivery, long nowMs) {
    return delivery.message().expiresMs() <= nowMs;
  }

  /// Too long for the client: it is as if it had been sent (MQTT 5 §3.1.2.11.4).
  private boolean fits(Delivery delivery) {
    OutgoingPublish packet = delivery.outgoing().packet(receiver.version());
    if (packet.sizeBytes(delivery.qos(), 1, true, delivery.identifiers())
        <= receiver.packetBytesMax()) {
      return true;
    }
    droppedCount++;
    return false;
  }

  private boolean isReady(Delivery delivery) {
    return wire.isWritable()
        && (delivery.qos() == 0
            || inFlight.size() < Math.min(receiver.inFlightMax(), limits.inFlightMax()));
  }

  private void send(Delivery delivery, long nowMs) {
    if (delivery.qos() == 0) {
      write(delivery, 0, false, nowMs);
      return;
    }
    int packetId = freePacketId();
    inFlight.put(packetId, delivery);
    write(delivery, packetId, false, nowMs);
  }

  private int freePacketId() {
    do {
      lastPacketId = lastPacketId % PACKET_ID_MAX + 1;
    } while (inFlight.containsKey(lastPacketId));
    return lastPacketId;
  }

  private void write(Delivery delivery, int packetId, boolean isAgain, long nowMs) {
    String topic = delivery.message().topic();
    Integer known = aliases == null ? null : aliases.get(topic);
    int alias = known == null ? newAlias(topic) : known;
    delivery
        .outgoing()
        .packet(receiver.version())
        .write(
            wire.out(),
            delivery.qos(),
            isAgain,
            delivery.isRetained(),
            packetId,
            alias,
            known == null,
            delivery.identifiers(),
            expiryS(delivery.message(), nowMs));
  }

  private int newAlias(String topic) {
    int given = aliases == null ? 0 : aliases.size();
    if (given >= Math.min(receiver.aliasesMax(), limits.aliasesMax())) {
      return 0;
    }
    if (aliases == null) {
      aliases = new HashMap<>();
    }
    aliases.put(topic, given + 1);
    return given + 1;
  }

  /// What is left of the message's time, in whole seconds and never less than one.
  private static long expiryS(DownMessage message, long nowMs) {
    if (message.expiresMs() == Long.MAX_VALUE) {
      return MessageProperties.ABSENT;
    }
    long leftS = (message.expiresMs() - nowMs + MS_PER_S - 1) / MS_PER_S;
    return Math.max(1, Math.min(EXPIRY_S_MAX, leftS));
  }

  /// Sends again what was under way when the session's connection before this one ended, under the
  /// same packet ids (MQTT 5 §4.4).
  public void sendAgain(int packetId, Delivery delivery, long nowMs) {
    inFlight.put(packetId, delivery);
    write(delivery, packetId, true, nowMs);
  }

  /// The client has acknowledged a message.
  ///
  /// @return the message; absent when there was none with the id
  public @Nullable Delivery acknowledged(int packetId, long nowMs) {
    Delivery done = inFlight.remove(packetId);
    goOn(nowMs);
    return done;
  }

  /// Sends what waits, as far as the client is ready.
  public void goOn(long nowMs) {
    Conflation<Delivery> all = waiting;
    while (all != null) {
      Delivery next = all.peek();
      if (next == null) {
        waiting = null;
        return;
      }
      if (!isOver(next, nowMs)) {
        if (!isReady(next)) {
          return;
        }
        send(next, nowMs);
      }
      all.poll();
    }
  }

  /// What the client has not acknowledged, in the order of sending.
  public List<Unacknowledged> unacknowledged() {
    List<Unacknowledged> all = new ArrayList<>(inFlight.size());
    inFlight.forEach((id, sent) -> all.add(new Unacknowledged(id, sent.sequence())));
    if (waiting != null) {
      waiting.forEach(each -> {
        if (each.qos() > 0) {
          all.add(new Unacknowledged(0, each.sequence()));
        }
      });
    }
    return all;
  }

  /// How many messages wait for the client to be ready.
  public int waitingCount() {
    return waiting == null ? 0 : waiting.count();
  }

  /// Messages that were too long for the client, or replaced by newer ones while they waited.
  public long droppedCount() {
    return droppedCount;
  }
}
