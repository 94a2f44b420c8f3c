/// Tests of this stage alone.
@NullMarked
package city.wayside.edge.endpoint.mqtt;

import org.jspecify.annotations.NullMarked;
