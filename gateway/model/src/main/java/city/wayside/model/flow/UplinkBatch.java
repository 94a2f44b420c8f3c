package city.wayside.model.flow;

import city.wayside.model.downlink.DownItem;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.message.StationState;
import city.wayside.model.traffic.SegmentTally;
import java.util.List;

/// What one edge node sends to the grid at one flush.
///
/// Sending it twice is the same as sending it once: states and events are ordered by time, each
/// tally is the edge node's whole sum so far of its segment and window, which replaces the one
/// before, and each message down has an id of its own.
///
/// @param edgeId the edge node and its start, unique for every run of it
/// @param sequence counts the edge node's batches, from 1
/// @param networkVersion the road network that segment indexes refer to
/// @param stations newest state of each station that moved
/// @param tallies this edge node's sums so far, of each segment and base window that changed
/// @param events what happens on the road, in the order in which it was admitted
/// @param downlink what clients are told, in its order
public record UplinkBatch(
    String edgeId,
    long sequence,
    String networkVersion,
    List<StationState> stations,
    List<SegmentTally> tallies,
    List<RoadEvent> events,
    List<DownItem> downlink) {

  /// A batch without events.
  public UplinkBatch(
      String edgeId,
      long sequence,
      String networkVersion,
      List<StationState> stations,
      List<SegmentTally> tallies) {
    this(edgeId, sequence, networkVersion, stations, tallies, List.of(), List.of());
  }
}
