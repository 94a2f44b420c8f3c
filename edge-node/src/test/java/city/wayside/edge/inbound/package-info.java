/// Tests of this part alone.
@NullMarked
package city.wayside.edge.inbound;

import org.jspecify.annotations.NullMarked;
