/// Tests of this part alone.
@NullMarked
package city.wayside.edge.downlink;

import org.jspecify.annotations.NullMarked;
