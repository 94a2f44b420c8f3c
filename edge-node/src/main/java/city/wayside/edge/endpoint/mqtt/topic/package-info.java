/// The closed topic tree: what topics mean, who may subscribe to what, and who hears a message.
/// Topics and filters flow in, meanings and subscribers flow out. Values may be used by any thread;
/// the tree, what is retained and what waits belong to one event loop each, and have no locks.
@NullMarked
package city.wayside.edge.endpoint.mqtt.topic;

import org.jspecify.annotations.NullMarked;
