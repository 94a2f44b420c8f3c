@NullMarked
package city.wayside.grid;

import org.jspecify.annotations.NullMarked;
