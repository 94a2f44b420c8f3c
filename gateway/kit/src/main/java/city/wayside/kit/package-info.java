@NullMarked
package city.wayside.kit;

import org.jspecify.annotations.NullMarked;
