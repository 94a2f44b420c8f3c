package city.wayside.town.backtest;

import city.wayside.kit.trace.TraceReader;
import city.wayside.road.network.RoadNetwork;
import java.util.Arrays;

/// The segments that a trace's edges are, each looked up once.
final class TrueSegments {

  private static final int NOT_LOOKED_UP = -2;
  private static final int FIRST = 1024;

  private final RoadNetwork network;
  private int[] segmentOf = new int[0];

  TrueSegments(RoadNetwork network) {
    this.network = network;
  }

  /// The segment of the reader's row, or [Row#UNKNOWN].
  int of(TraceReader row) {
    int edge = row.edgeIndex();
    if (edge == TraceReader.NO_EDGE) {
      return Row.UNKNOWN;
    }
    if (edge >= segmentOf.length) {
      int known = segmentOf.length;
      segmentOf = Arrays.copyOf(segmentOf, Math.max(FIRST, 2 * (edge + 1)));
      Arrays.fill(segmentOf, known, segmentOf.length, NOT_LOOKED_UP);
    }
    if (segmentOf[edge] == NOT_LOOKED_UP) {
      segmentOf[edge] = network.indexOf(row.edgeId(edge));
    }
    return segmentOf[edge];
  }
}
