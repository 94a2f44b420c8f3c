/// Tests of this stage alone.
@NullMarked
package city.wayside.edge.handover;

import org.jspecify.annotations.NullMarked;
