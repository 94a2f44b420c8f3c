package city.wayside.town.bench.overload;

import city.wayside.kit.latency.Latency;
import java.util.Set;

/// What one subscriber to all hazards heard.
///
/// @param refusal why it heard nothing; empty when it was subscribed to the end
/// @param hazards the hazards that came, by their key
/// @param repeated messages about hazards that had come before
/// @param unreadable messages that are no hazards
/// @param latency from when a vehicle stamped a hazard to its arrival
record Deliveries(
    String refusal, Set<Long> hazards, long repeated, long unreadable, Latency latency) {

  /// Takes a copy.
  Deliveries {
    hazards = Set.copyOf(hazards);
  }
}
