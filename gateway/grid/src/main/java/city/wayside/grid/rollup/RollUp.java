package city.wayside.grid.rollup;

import city.wayside.model.traffic.SegmentTally;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.WindowLength;
import city.wayside.road.network.RoadNetwork;

/// From the merged tally of one segment and window to its canonical record. Pure.
public final class RollUp {

  private final RoadNetwork network;

  /// A roll-up for the segments of a network.
  public RollUp(RoadNetwork network) {
    this.network = network;
  }

  /// The record of a window.
  ///
  /// @param sum the tallies of all edge nodes and all base windows of the window, added
  public SegmentTraffic record(SegmentTally sum, WindowLength length, long startMs, int revision) {
    throw new UnsupportedOperationException(network.version() + sum + length + startMs + revision);
  }
}
