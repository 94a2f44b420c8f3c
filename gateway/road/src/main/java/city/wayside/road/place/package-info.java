/// Places that the city names on its network: corridors and zones. Pure; any thread.
@NullMarked
package city.wayside.road.place;

import org.jspecify.annotations.NullMarked;
