@NullMarked
package city.wayside.town.place;

import org.jspecify.annotations.NullMarked;
