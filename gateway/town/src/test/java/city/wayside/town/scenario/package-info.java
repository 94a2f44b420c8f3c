/// Whole stories, from a vehicle's connection to what the city sees, in one process on free ports
/// of the loopback.
@NullMarked
package city.wayside.town.scenario;

import org.jspecify.annotations.NullMarked;
