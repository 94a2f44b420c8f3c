/// The way down at an edge node: follows the log of the grid and hands what is new to the endpoints.
/// Items flow in, one thread; endpoints have their own.
@NullMarked
package city.wayside.edge.downlink;

import org.jspecify.annotations.NullMarked;
