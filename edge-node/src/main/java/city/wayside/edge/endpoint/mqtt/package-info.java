/// The MQTT endpoint (3.1.1 and 5), the only package of the edge node that knows Vert.x MQTT.
/// PUBLISH packets flow in and become inbound messages; acknowledgements and refusals flow out.
/// Each connection belongs to one event loop, and everything here runs on it unless it says "any
/// thread". Never blocks, never calls the grid.
@NullMarked
package city.wayside.edge.endpoint.mqtt;

import org.jspecify.annotations.NullMarked;
