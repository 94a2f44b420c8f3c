@NullMarked
package city.wayside.road.place;

import org.jspecify.annotations.NullMarked;
