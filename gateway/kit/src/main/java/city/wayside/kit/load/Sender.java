package city.wayside.kit.load;

import city.wayside.kit.fleet.Cruise;
import city.wayside.kit.fleet.PayloadFormat;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// One vehicle with its connection. A beacon that finds no room is not said, for the next one says
/// more; a hazard waits for room, a few of them. The load's event loop only.
final class Sender {

  /// Slots that beacons leave to hazards.
  private static final int SLOTS_FOR_HAZARDS = 8;

  private static final int HAZARDS_WAITING_MAX = 16;
  private static final int SEQUENCES = 1 << 16;
  private static final int NO_HAZARD = -1;

  private record Waiting(byte[] payload, int sequence, long dueNs) {}

  private final Load load;
  private final Cruise cruise;
  private final long stationId;
  private final MessageKind kind;
  private final PayloadFormat.Encoder encoder;
  private final Slots slots = new Slots();
  private final Queue<Waiting> hazards = new ArrayDeque<>(2);
  private @Nullable Link link;
  private boolean isConnecting;
  private long connectingSinceNs;
  private long lastReportMs;
  private int sequence;

  Sender(
      Load load, Cruise cruise, long stationId, MessageKind kind, PayloadFormat.Encoder encoder) {
    this.load = load;
    this.cruise = cruise;
    this.stationId = stationId;
    this.kind = kind;
    this.encoder = encoder;
  }

  /// Where a station's messages of a kind go: MQTT's topic, CoAP's path.
  static String path(long stationId, MessageKind kind) {
    return "v1/up/" + stationId + "/" + kind.word();
  }

  long stationId() {
    return stationId;
  }

  /// Connects anew.
  void connect() {
    Link made = load.links().link(this);
    link = made;
    isConnecting = true;
    connectingSinceNs = load.nowNs();
    made.connect();
  }

  /// Says something, or not: the ledger is told.
  void say(Stream stream, long dueNs) {
    if (stream == Stream.HAZARD) {
      warn(dueNs);
    } else if (!sayBeacon(stream, dueNs)) {
      load.ledger().heldBack(stream);
    }
  }

  /// Says where it is, if there is room.
  ///
  /// @return false when there is none
  boolean sayBeacon(Stream stream, long dueNs) {
    Link current = link;
    if (current == null || !hasRoom(current, stream.qos() == 0 ? 0 : SLOTS_FOR_HAZARDS)) {
      return false;
    }
    byte[] payload = encoder.encode(report());
    if (payload == null) {
      throw new IllegalStateException("a vehicle on the road is where no beacon can say it");
    }
    put(current, stream, kind, payload, NO_HAZARD, dueNs);
    return true;
  }

  private void warn(long dueNs) {
    sequence = (sequence + 1) % SEQUENCES;
    Waiting hazard = new Waiting(Hazards.denm(report(), sequence), sequence, dueNs);
    if (hazards.size() >= HAZARDS_WAITING_MAX) {
      load.ledger().heldBack(Stream.HAZARD);
    } else {
      hazards.add(hazard);
      sayHazards();
    }
  }

  /// Says the hazards that wait, as far as there is room.
  private void sayHazards() {
    Link current = link;
    while (current != null && !hazards.isEmpty() && hasRoom(current, 0)) {
      Waiting hazard = hazards.remove();
      put(current, Stream.HAZARD, MessageKind.DENM, hazard.payload, hazard.sequence, hazard.dueNs);
    }
  }

  private boolean hasRoom(Link current, int slotsLeft) {
    return current.isOpen()
        && current.isWritable()
        && slots.used() < Math.max(1, Math.min(Slots.COUNT, current.unansweredMax()) - slotsLeft);
  }

  private Report report() {
    lastReportMs = Math.max(load.nowMs(), lastReportMs + 1);
    return cruise.report(lastReportMs, kind);
  }

  private void put(
      Link current, Stream stream, MessageKind what, byte[] payload, int hazard, long dueNs) {
    int id = stream.qos() == 0 ? 0 : slots.take(stream, hazard, dueNs);
    current.put(what, payload, id);
    load.ledger().sent(stream);
  }

  void flush() {
    if (link != null) {
      link.flush();
    }
  }

  void opened() {
    isConnecting = false;
    load.ledger().opened();
    load.connectEnded();
    sayHazards();
  }

  void roomAgain() {
    sayHazards();
  }

  /// @param code below 0x80 when the message was taken, in MQTT as in CoAP
  void answered(int id, int code) {
    int slot = slots.find(id);
    if (slot >= 0) {
      Stream stream = slots.stream(slot);
      load.ledger().answered(stream, code, load.nowNs() - slots.sinceNs(slot));
      if (stream == Stream.HAZARD && code < LoadLedger.REFUSED) {
        load.hazardTaken(Hazards.key(stationId, slots.sequence(slot)));
      }
      slots.free(slot);
      sayHazards();
    }
  }

  /// The link gave a message up, not the connection.
  void lost(int id) {
    int slot = slots.find(id);
    if (slot >= 0) {
      load.ledger().lost(slots.stream(slot));
      slots.free(slot);
    }
  }

  void sentAgain() {
    load.ledger().sentAgain();
  }

  @SuppressWarnings("ReferenceEquality") // Asked is whether it is still the same link.
  void ended(Link which, String reason) {
    if (which != link) {
      return;
    }
    link = null;
    giveUp(Long.MIN_VALUE);
    load.ledger().ended(reason);
    if (isConnecting) {
      isConnecting = false;
      load.connectEnded();
    } else {
      load.ledger().closed();
    }
    load.tryAgain(this);
  }

  /// Gives up what waits too long: for CONNACK, for PUBACK.
  void look(long answerNsMax) {
    Link current = link;
    if (current != null && isConnecting && load.nowNs() - connectingSinceNs > answerNsMax) {
      current.fail("no CONNACK in time");
    }
    giveUp(answerNsMax);
  }

  /// Gives up what waits for an answer for longer than that.
  ///
  /// @param ageNs [Long#MIN_VALUE] for all
  private void giveUp(long ageNs) {
    long nowNs = load.nowNs();
    for (int slot = 0; slot < Slots.COUNT && slots.used() > 0; slot++) {
      if (slots.isOlder(slot, nowNs, ageNs)) {
        load.ledger().lost(slots.stream(slot));
        slots.free(slot);
      }
    }
  }

  /// Ends its connection, and what waits for it.
  void leave() {
    while (hazards.poll() != null) {
      load.ledger().heldBack(Stream.HAZARD);
    }
    giveUp(Long.MIN_VALUE);
    Link current = link;
    link = null;
    if (current != null) {
      if (!isConnecting) {
        load.ledger().closed();
      }
      current.leave();
    }
  }

  /// Hazards that wait for room.
  int waiting() {
    return hazards.size();
  }

  /// Messages that wait for an answer.
  int pending() {
    return slots.used();
  }
}
