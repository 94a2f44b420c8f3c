@NullMarked
package city.wayside.edge.endpoint.mqtt.transport;

import org.jspecify.annotations.NullMarked;
