package city.wayside.edge;

import city.wayside.edge.admit.HazardAdmission;
import city.wayside.edge.admit.HazardAdmitting.Admitted;
import city.wayside.edge.admit.HazardAdmitting.Rejected;
import city.wayside.edge.downlink.HazardMessages;
import city.wayside.edge.downlink.QueueMessages;
import city.wayside.edge.event.EventMemory;
import city.wayside.edge.event.EventName;
import city.wayside.edge.inbound.Inbound;
import city.wayside.edge.uplink.Batcher;
import city.wayside.model.downlink.DownItem;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.refusal.Refusal;
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

  /// The checksum of messages that nobody can repeat.
  private static final long NO_CODE = 0;

  private final EventMemory memory;
  private final HazardAdmission admission;
  private final HazardMessages messages;
  private final QueueMessages queueMessages;
  private final Batcher batcher;
  private final Ledger ledger;
  private final long ownStationId;

  /// @param ownStationId the station of the events that the gateway finds itself
  HazardLine(
      EventMemory memory,
      HazardAdmission admission,
      HazardMessages messages,
      QueueMessages queueMessages,
      Batcher batcher,
      Ledger ledger,
      long ownStationId) {
    this.memory = memory;
    this.admission = admission;
    this.messages = messages;
    this.queueMessages = queueMessages;
    this.batcher = batcher;
    this.ledger = ledger;
    this.ownStationId = ownStationId;
  }

  /// Takes a message.
  ///
  /// @return why it is refused; nothing when it is admitted
  @Nullable Refused take(Inbound inbound, List<RoadEvent> events) {
    for (RoadEvent event : events) {
      if (event.key().originId() == ownStationId) {
        return new Refused(
            Refusal.NOT_AUTHORIZED,
            "the event is of station "
                + ownStationId
                + ", which is the gateway itself, must be of another");
      }
    }
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

  /// Tells of an event that the gateway found itself, as a message that it sends to itself: what
  /// others tell is judged, this was already.
  ///
  /// @param own the message, for which nobody waits
  /// @return false when there is no room for it now
  boolean tell(Inbound own, RoadEvent event) {
    if (batcher.refusal(own.kind()) != null) {
      return false;
    }
    List<RoadEvent> events = List.of(event);
    memory.lock();
    try {
      long nowMs = own.receivedMs();
      memory
          .remembered(EventName.of(event.key(), own), nowMs)
          .admitted(event, NO_CODE, event.time().untilMs());
      List<DownItem> down = new ArrayList<>(messages.of(own, events, memory));
      down.addAll(queueMessages.of(own, events));
      batcher.hazard(own, events, down);
      ledger.received(own.kind());
      ledger.hazards(own, events.size());
    } finally {
      memory.unlock();
    }
    return true;
  }
}
