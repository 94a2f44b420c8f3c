@NullMarked
package city.wayside.town;

import org.jspecify.annotations.NullMarked;
