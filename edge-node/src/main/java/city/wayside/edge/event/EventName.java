package city.wayside.edge.event;

import city.wayside.edge.inbound.Client;
import city.wayside.model.event.EventKey;

/// By what an event is remembered: its key, and the client when the key does not tell whose event
/// it is. Two senders that name no origin may well use the same numbers.
///
/// @param key the event's key
/// @param clientName the client that told it; empty when the key names the origin
public record EventName(EventKey key, String clientName) {

  /// Stands for an origin that the message does not name.
  public static final long NO_ORIGIN = 0;

  /// The name of an event that a client tells.
  public static EventName of(EventKey key, Client client) {
    return new EventName(key, key.originId() == NO_ORIGIN ? client.name() : "");
  }
}
