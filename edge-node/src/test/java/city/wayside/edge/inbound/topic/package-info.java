/// Tests of this part alone.
@NullMarked
package city.wayside.edge.inbound.topic;

import org.jspecify.annotations.NullMarked;
