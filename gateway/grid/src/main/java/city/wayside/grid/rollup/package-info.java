/// From tallies to closed windows: the pure roll-up, and the driver that runs it in the members.
@NullMarked
package city.wayside.grid.rollup;

import org.jspecify.annotations.NullMarked;
