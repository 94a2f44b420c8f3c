package city.wayside.edge;

import city.wayside.edge.admit.HazardAdmission;
import city.wayside.edge.admit.HazardAdmitting.Admitted;
import city.wayside.edge.admit.HazardAdmitting.Rejected;
import city.wayside.edge.downlink.HazardMessages;
import city.wayside.edge.downlink.QueueMessages;
import city.wayside.edge.event.EventMemory;
import city.wayside.edge.inbound.Inbound;
import city.wayside.edge.uplink.Batcher;
import city.wayside.model.downlink.DownItem;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The way of a message about events, once it is decoded.
///
/// ```
/// events ─admit─▶ those that are new ─pass on─▶ messages down ─uplink─▶
///        └──────────── within the lock of the memory ────────────┘
/// ```
final class HazardLine {

  private final EventMemory memory;
  private final HazardAdmission admission;
  private final HazardMessages messages;
  private final QueueMessages queueMessages;
  private final Batcher batcher;
  private final Ledger ledger;

  HazardLine(
      EventMemory memory,
      HazardAdmission admission,
      HazardMessages messages,
      QueueMessages queueMessages,
      Batcher batcher,
      Ledger ledger) {
    this.memory = memory;
    this.admission = admission;
    this.messages = messages;
    this.queueMessages = queueMessages;
    this.batcher = batcher;
    this.ledger = ledger;
  }

  /// Takes a message.
  ///
  /// @return why it is refused; nothing when it is admitted
  @Nullable Refused take(Inbound inbound, List<RoadEvent> events) {
    memory.lock();
    try {
      return switch (admission.admit(inbound, events, memory)) {
        case Rejected(Refused rejected) -> rejected;
        case Admitted(List<RoadEvent> news) -> {
          List<DownItem> down = new ArrayList<>(messages.of(inbound, news, memory));
          down.addAll(queueMessages.of(inbound, news));
          batcher.hazard(inbound, news, down);
          ledger.hazards(inbound, news.size());
          yield null;
        }
      };
    } finally {
      memory.unlock();
    }
  }
}
