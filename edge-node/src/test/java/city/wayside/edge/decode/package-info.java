/// Tests of this part alone.
@NullMarked
package city.wayside.edge.decode;

import org.jspecify.annotations.NullMarked;
