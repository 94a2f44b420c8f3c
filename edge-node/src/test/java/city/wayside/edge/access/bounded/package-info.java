/// Tests of city.wayside.edge.access.bounded.
@NullMarked
package city.wayside.edge.access.bounded;

import org.jspecify.annotations.NullMarked;
