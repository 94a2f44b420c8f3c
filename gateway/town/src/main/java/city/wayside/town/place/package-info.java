/// Corridors and zones, from the city's files.
@NullMarked
package city.wayside.town.place;

import org.jspecify.annotations.NullMarked;
