/// How many positions a second one thread puts on the road, and how many of them on the right
/// segment. Blocks; the command line's thread.
@NullMarked
package city.wayside.town.bench.match;

import org.jspecify.annotations.NullMarked;
