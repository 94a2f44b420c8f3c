/// What the edge node remembers of events on the road, and its lock. Keys flow in, memories flow
/// out; to be used only while the lock is held. Any thread.
@NullMarked
package city.wayside.edge.event;

import org.jspecify.annotations.NullMarked;
