@NullMarked
package city.wayside.edge;

import org.jspecify.annotations.NullMarked;
