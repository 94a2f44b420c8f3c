package city.wayside.edge.event;

import city.wayside.edge.inbound.Inbound;
import city.wayside.model.event.EventKey;
import city.wayside.model.message.MessageKind;

/// By what an event is remembered: its key, and the client when the key does not tell whose event
/// it is. Two senders that name no origin may well use the same numbers.
///
/// @param key the event's key
/// @param clientName the client that told it; empty when the key names the origin
public record EventName(MessageKind kind, EventKey key, String clientName) {

  /// Stands for an origin that the message does not name.
  public static final long NO_ORIGIN = 0;

  /// The name of an event that a message tells.
  public static EventName of(EventKey key, Inbound inbound) {
    boolean hasOrigin = key.originId() != NO_ORIGIN;
    return new EventName(inbound.kind(), key, hasOrigin ? "" : inbound.client().name());
  }
}
