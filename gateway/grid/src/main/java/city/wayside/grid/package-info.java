/// The grid: live stations, tallies, closed windows and their changes, shared by all processes.
/// Batches flow in through the uplink; stations, windows and changes are read from it. The only
/// package tree that knows Hazelcast. The uplink never blocks; everything else does, and is for
/// virtual threads.
@NullMarked
package city.wayside.grid;

import org.jspecify.annotations.NullMarked;
