@NullMarked
package city.wayside.town.picture;

import org.jspecify.annotations.NullMarked;
