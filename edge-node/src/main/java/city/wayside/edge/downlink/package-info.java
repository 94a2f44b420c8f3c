/// The way down at an edge node. Admitted events flow in and messages on topics flow out to the
/// grid; what the log of the grid brings flows in, on a thread of its own, and out to the
/// endpoints.
@NullMarked
package city.wayside.edge.downlink;

import org.jspecify.annotations.NullMarked;
