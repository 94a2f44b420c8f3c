/// Tests of the edge node over the wire, with somebody else's MQTT clients, a small road and a fake
/// grid.
@NullMarked
package city.wayside.edge;

import org.jspecify.annotations.NullMarked;
