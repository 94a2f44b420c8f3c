/// Tests of the topic tree.
@NullMarked
package city.wayside.edge.endpoint.mqtt.topic;

import org.jspecify.annotations.NullMarked;
