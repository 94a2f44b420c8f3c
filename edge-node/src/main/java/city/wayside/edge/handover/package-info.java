/// Continues the trajectories of stations that another edge node has followed so far. Arrivals flow
/// in from the pipeline, within the station's lane; look-ups and their answers are bounded batches.
@NullMarked
package city.wayside.edge.handover;

import org.jspecify.annotations.NullMarked;
