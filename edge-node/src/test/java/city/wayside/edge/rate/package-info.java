/// Tests of this stage alone.
@NullMarked
package city.wayside.edge.rate;

import org.jspecify.annotations.NullMarked;
