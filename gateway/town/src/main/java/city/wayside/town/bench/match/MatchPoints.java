package city.wayside.town.bench.match;

import city.wayside.kit.trace.TraceException;
import city.wayside.kit.trace.TraceReader;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.road.network.RoadNetwork;
import java.util.Arrays;
import java.util.function.LongPredicate;

/// The points of a trace, read before anything is measured, in the order of the trace.
///
/// @param reports the points
/// @param trueSegments the segment on which each of them truly is, or [#UNKNOWN]
/// @param stationCount station ids are below this
/// @param leftOutCount rows that are no points for a matcher: not newer than the vehicle's row
///   before, or not on the earth
public record MatchPoints(
    Report[] reports, int[] trueSegments, int stationCount, long leftOutCount) {

  /// The trace does not say, or it is on none that the network has.
  static final int UNKNOWN = -1;

  /// More points are not read, so that they fit into memory.
  public static final int POINTS_MAX = 10_000_000;

  private static final int FIRST = 1 << 16;

  /// Reads a trace to its end, or until there are enough points.
  ///
  /// @param pointsMax how many points at most, up to [#POINTS_MAX]
  /// @param wanted which stations, by id
  public static MatchPoints read(
      RoadNetwork network, TraceReader trace, int pointsMax, LongPredicate wanted)
      throws TraceException {
    Report[] reports = new Report[FIRST];
    int[] segments = new int[FIRST];
    long[] newestMs = new long[FIRST];
    int[] segmentOf = new int[0];
    int count = 0;
    int stations = 0;
    long leftOut = 0;
    while (count < pointsMax && trace.next()) {
      int station = (int) trace.stationId();
      if (!wanted.test(station)) {
        continue;
      }
      if (station >= newestMs.length) {
        newestMs = Arrays.copyOf(newestMs, Math.max(2 * newestMs.length, station + 1));
      }
      // A station that had no row yet has zero here, so times are kept increased by one.
      long timeMs = trace.timeMs();
      boolean isNewer = newestMs[station] == 0 || timeMs + 1 > newestMs[station];
      if (!isNewer || !(Math.abs(trace.latDeg()) <= 90) || !(Math.abs(trace.lonDeg()) <= 180)) {
        leftOut++;
        continue;
      }
      newestMs[station] = timeMs + 1;
      if (count == reports.length) {
        reports = Arrays.copyOf(reports, 2 * count);
        segments = Arrays.copyOf(segments, 2 * count);
      }
      int edge = trace.edgeIndex();
      if (edge >= segmentOf.length) {
        segmentOf = lookUp(network, trace, segmentOf, edge);
      }
      reports[count] = report(trace);
      segments[count++] = edge == TraceReader.NO_EDGE ? UNKNOWN : segmentOf[edge];
      stations = Math.max(stations, station + 1);
    }
    return new MatchPoints(
        Arrays.copyOf(reports, count), Arrays.copyOf(segments, count), stations, leftOut);
  }

  /// Edges are numbered as they come, so that each is looked up once.
  private static int[] lookUp(
      RoadNetwork network, TraceReader trace, int[] segmentOf, int newestEdge) {
    int[] longer = Arrays.copyOf(segmentOf, newestEdge + 1);
    for (int edge = segmentOf.length; edge <= newestEdge; edge++) {
      longer[edge] = network.indexOf(trace.edgeId(edge));
    }
    return longer;
  }

  private static Report report(TraceReader trace) {
    return new Report(
        trace.stationId(),
        trace.type(),
        MessageKind.PROBE,
        trace.timeMs(),
        trace.latDeg(),
        trace.lonDeg(),
        trace.speedMps(),
        trace.headingDeg(),
        Double.NaN);
  }

  /// How many points.
  public int count() {
    return reports.length;
  }
}
