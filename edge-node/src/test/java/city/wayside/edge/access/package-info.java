/// Tests of city.wayside.edge.access.
@NullMarked
package city.wayside.edge.access;

import org.jspecify.annotations.NullMarked;
