package city.wayside.edge.endpoint.mqtt.packet;

import java.util.List;

/// The subscriptions that a client gives up (MQTT 5 §3.10).
///
/// @param packetId 1 to 65,535
/// @param filters the topic filters in the client's order, at least one
public record Unsubscribe(int packetId, List<String> filters) {

  /// Keeps a list of its own.
  public Unsubscribe {
    filters = List.copyOf(filters);
  }
}
