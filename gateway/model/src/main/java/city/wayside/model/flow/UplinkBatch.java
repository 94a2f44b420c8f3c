package city.wayside.model.flow;

import city.wayside.model.downlink.DownItem;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.message.StationState;
import city.wayside.model.traffic.SegmentTally;
import java.util.List;

/// What one edge node sends to the grid at one flush.
///
/// Sending it twice is the same as sending it once: states are ordered by time, and each tally is
/// the edge node's whole sum so far of its segment and window, which replaces the one before.
/// Events are ordered by the time of their message, and messages that go down are told apart by
/// their id.
///
/// @param edgeId the edge node and its start, unique for every run of it
/// @param sequence counts the edge node's batches, from 1
/// @param networkVersion the road network that segment indexes refer to
/// @param stations newest state of each station that moved
/// @param tallies this edge node's sums so far, of each segment and base window that changed
/// @param events what was told about events on the road
/// @param downlink what goes down to clients, in order
public record UplinkBatch(
    String edgeId,
    long sequence,
    String networkVersion,
    List<StationState> stations,
    List<SegmentTally> tallies,
    List<RoadEvent> events,
    List<DownItem> downlink) {

  /// A batch with nothing but stations and tallies.
  public UplinkBatch(
      String edgeId,
      long sequence,
      String networkVersion,
      List<StationState> stations,
      List<SegmentTally> tallies) {
    this(edgeId, sequence, networkVersion, stations, tallies, List.of(), List.of());
  }
}
