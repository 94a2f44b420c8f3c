/// How hard pressed the edge node is, and which beacons it therefore leaves out. Lags and pending
/// messages flow in, a level and yes or no flow out. Any thread unless it says otherwise.
@NullMarked
package city.wayside.edge.pressure;

import org.jspecify.annotations.NullMarked;
