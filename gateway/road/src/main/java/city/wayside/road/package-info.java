/// The road: network, where a vehicle is on it, and what it adds to the traffic there.
@NullMarked
package city.wayside.road;

import org.jspecify.annotations.NullMarked;
