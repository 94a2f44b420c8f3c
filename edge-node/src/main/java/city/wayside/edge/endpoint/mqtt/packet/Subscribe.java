package city.wayside.edge.endpoint.mqtt.packet;

import java.util.List;

/// A client's subscriptions (MQTT 5 §3.8).
///
/// @param packetId 1 to 65,535
/// @param identifier goes with each message that is sent because of them; 0 for none
/// @param subscriptions in the client's order, at least one
public record Subscribe(int packetId, int identifier, List<Subscription> subscriptions) {

  /// Keeps a list of its own.
  public Subscribe {
    subscriptions = List.copyOf(subscriptions);
  }
}
