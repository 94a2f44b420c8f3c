/// What the edge node remembers of each station, in lanes with a lock each. Station ids flow in,
/// memories flow out; to be used only while the lane's lock is held. Any thread.
@NullMarked
package city.wayside.edge.station;

import org.jspecify.annotations.NullMarked;
