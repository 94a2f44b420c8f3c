@NullMarked
package city.wayside.grid.rollup;

import org.jspecify.annotations.NullMarked;
