/// Tests of this stage alone.
@NullMarked
package city.wayside.edge.uplink;

import org.jspecify.annotations.NullMarked;
