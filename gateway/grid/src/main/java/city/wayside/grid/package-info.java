/// The grid: live stations, tallies and closed windows, shared by all processes. The only package
/// tree that knows Hazelcast. Batches only; blocking calls are for virtual threads.
@NullMarked
package city.wayside.grid;

import org.jspecify.annotations.NullMarked;
