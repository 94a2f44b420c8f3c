/// Tests of this part alone.
@NullMarked
package city.wayside.edge.pressure;

import org.jspecify.annotations.NullMarked;
