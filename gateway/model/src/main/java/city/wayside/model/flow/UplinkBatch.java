package city.wayside.model.flow;

import city.wayside.model.message.StationState;
import city.wayside.model.traffic.SegmentTally;
import java.util.List;

/// What one edge node sends to the grid at one flush.
///
/// Sending it twice is the same as sending it once: states are ordered by time, and each tally is
/// the edge node's whole sum so far of its segment and window, which replaces the one before.
///
/// @param edgeId the edge node and its start, unique for every run of it
/// @param sequence counts the edge node's batches, from 1
/// @param networkVersion the road network that segment indexes refer to
/// @param stations newest state of each station that moved
/// @param tallies this edge node's sums so far, of each segment and base window that changed
public record UplinkBatch(
    String edgeId,
    long sequence,
    String networkVersion,
    List<StationState> stations,
    List<SegmentTally> tallies) {}
