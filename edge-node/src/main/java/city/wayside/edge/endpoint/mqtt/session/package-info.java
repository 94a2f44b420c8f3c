/// What belongs to a client rather than to its connection: its session, and what is under way to
/// it.
@NullMarked
package city.wayside.edge.endpoint.mqtt.session;

import org.jspecify.annotations.NullMarked;
