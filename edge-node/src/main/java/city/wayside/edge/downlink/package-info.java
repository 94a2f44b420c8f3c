/// What goes down to clients because of what came up. Admitted events flow in, messages on topics
/// flow out. Within the lock of the events' memory.
@NullMarked
package city.wayside.edge.downlink;

import org.jspecify.annotations.NullMarked;
