/// What endpoints that send down to clients share: the newest part of the log of the grid, and how
/// they are told of what is new in it. Any thread.
@NullMarked
package city.wayside.edge.outbound;

import org.jspecify.annotations.NullMarked;
