/// Work and memory with a bound: what has no room is refused or forgotten. Any thread.
@NullMarked
package city.wayside.edge.access.bounded;

import org.jspecify.annotations.NullMarked;
