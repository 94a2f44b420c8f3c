/// Tests of this part alone.
@NullMarked
package city.wayside.edge.outbound;

import org.jspecify.annotations.NullMarked;
