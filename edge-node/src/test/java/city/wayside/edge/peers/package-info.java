/// Other people's clients, each with what a vehicle does: it connects, publishes with every QoS,
/// learns of refusals, gets messages, and comes back to its session.
@NullMarked
package city.wayside.edge.peers;

import org.jspecify.annotations.NullMarked;
