@NullMarked
package city.wayside.grid.entry;

import org.jspecify.annotations.NullMarked;
