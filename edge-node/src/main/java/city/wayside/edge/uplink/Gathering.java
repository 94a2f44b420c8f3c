package city.wayside.edge.uplink;

import city.wayside.edge.inbound.Acknowledger;
import city.wayside.edge.inbound.Inbound;
import city.wayside.edge.inbound.Receipts;
import city.wayside.model.message.StationState;
import io.netty.util.collection.LongObjectHashMap;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/// What goes into one batch: the newest state of each station, and who waits for it. Guarded by its
/// owner until it is handed over whole.
final class Gathering {

  private final LongObjectHashMap<StationState> states = new LongObjectHashMap<>();
  private final IdentityHashMap<Acknowledger, Receipts> receipts = new IdentityHashMap<>();
  private int messagesCount;
  private int admittedCount;

  /// Adds an admitted message; a newer state replaces the one before of its station.
  void admitted(Inbound inbound, StationState state) {
    states.put(state.stationId(), state);
    admittedCount++;
    messagesCount++;
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

  /// How many messages wait.
  int messagesCount() {
    return messagesCount;
  }

  /// How many of them were admitted.
  int admittedCount() {
    return admittedCount;
  }

  /// The newest state of each station.
  List<StationState> states() {
    return new ArrayList<>(states.values());
  }

  /// Hands every receipt back: one call for each event loop.
  void acknowledgeAll() {
    receipts.forEach(Acknowledger::acknowledge);
  }
}
