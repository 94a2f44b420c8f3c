@NullMarked
package city.wayside.town.compose;

import org.jspecify.annotations.NullMarked;
