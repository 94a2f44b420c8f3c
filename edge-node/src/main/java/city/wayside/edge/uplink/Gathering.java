package city.wayside.edge.uplink;

import city.wayside.edge.inbound.Acknowledger;
import city.wayside.edge.inbound.Inbound;
import city.wayside.edge.inbound.Receipts;
import city.wayside.model.downlink.DownItem;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.message.StationState;
import io.netty.util.collection.LongObjectHashMap;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/// What goes into one batch: the newest state of each station or every event, and who waits for it.
/// Guarded by its owner until it is handed over whole.
final class Gathering {

  private final boolean isUrgent;
  private final LongObjectHashMap<StationState> states = new LongObjectHashMap<>();
  private final List<RoadEvent> events = new ArrayList<>();
  private final List<DownItem> downlink = new ArrayList<>();
  private final IdentityHashMap<Acknowledger, Receipts> receipts = new IdentityHashMap<>();
  private int messagesCount;
  private int admittedCount;
  private long lengthBytes;

  /// @param isUrgent true for events, false for states
  Gathering(boolean isUrgent) {
    this.isUrgent = isUrgent;
  }

  /// Adds an admitted message; a newer state replaces the one before of its station.
  void admitted(Inbound inbound, StationState state) {
    states.put(state.stationId(), state);
    admittedCount++;
    messagesCount++;
    awaitReceipt(inbound);
  }

  /// Adds an admitted message about events, behind all before it.
  void hazard(Inbound inbound, List<RoadEvent> told, List<DownItem> passedOn) {
    events.addAll(told);
    downlink.addAll(passedOn);
    admittedCount++;
    messagesCount++;
    lengthBytes += inbound.length();
    awaitReceipt(inbound);
  }

  /// Adds a message that brings nothing new, but may be answered only once the batch is kept.
  void follows(Inbound inbound) {
    messagesCount++;
    awaitReceipt(inbound);
  }

  private void awaitReceipt(Inbound inbound) {
    if (!inbound.wantsAnswer()) {
      return;
    }
    Acknowledger acknowledger = inbound.client().acknowledger();
    Receipts ofLoop = receipts.get(acknowledger);
    if (ofLoop == null) {
      ofLoop = new Receipts();
      receipts.put(acknowledger, ofLoop);
    }
    ofLoop.add(inbound.client(), inbound.messageId());
  }

  /// True for events, false for states.
  boolean isUrgent() {
    return isUrgent;
  }

  /// How many messages wait.
  int messagesCount() {
    return messagesCount;
  }

  /// How many of them were admitted.
  int admittedCount() {
    return admittedCount;
  }

  /// How many bytes the messages about events have.
  long lengthBytes() {
    return lengthBytes;
  }

  /// The newest state of each station.
  List<StationState> states() {
    return new ArrayList<>(states.values());
  }

  /// Every event, in order.
  List<RoadEvent> events() {
    return events;
  }

  /// What clients are told of them, in order.
  List<DownItem> downlink() {
    return downlink;
  }

  /// Hands every receipt back: one call for each event loop.
  void acknowledgeAll() {
    receipts.forEach(Acknowledger::acknowledge);
  }
}
