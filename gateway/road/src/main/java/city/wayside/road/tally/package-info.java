/// Edie's sums per segment and base window, from the passages of matched vehicles. Any thread.
@NullMarked
package city.wayside.road.tally;

import org.jspecify.annotations.NullMarked;
