package city.wayside.grid.rollup;

import city.wayside.model.traffic.SegmentTally;
import java.util.Collection;

/// Where the roll-up finds what the edge nodes have counted. Blocks; for virtual threads.
@FunctionalInterface
public interface TallySource {

  /// All tallies of one base window, each edge node's by itself, in no order.
  ///
  /// @param startMs the base window's start, milliseconds since 1970
  Collection<SegmentTally> baseWindow(long startMs);
}
