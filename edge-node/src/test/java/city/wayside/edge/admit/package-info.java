/// Tests of this stage alone.
@NullMarked
package city.wayside.edge.admit;

import org.jspecify.annotations.NullMarked;
