package city.wayside.grid;

import city.wayside.model.flow.UplinkBatch;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationState;
import city.wayside.model.message.StationType;
import city.wayside.model.traffic.SegmentTally;
import city.wayside.model.traffic.StationSketch;
import city.wayside.model.traffic.TravelTimeSketch;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.network.RoadNetworkBuilder;
import city.wayside.road.network.SegmentDraft;
import java.util.List;

/// Small values for tests.
public final class Samples {

  /// Length of each segment of [#street].
  public static final double LENGTH_M = 100;

  /// Limit on each segment of [#street].
  public static final double LIMIT_MPS = 10;

  private Samples() {}

  /// A straight street of segments `s0`, `s1`, ... of 100 m each, northbound, 36 km/h.
  public static RoadNetwork street(int segmentCount) {
    RoadNetworkBuilder builder = new RoadNetworkBuilder();
    for (int i = 0; i < segmentCount; i++) {
      double southDeg = 48 + i * 0.0009;
      builder.add(
          new SegmentDraft(
              "s" + i,
              "",
              "residential",
              LENGTH_M,
              LIMIT_MPS,
              1,
              "n" + i,
              "n" + (i + 1),
              new double[] {southDeg, southDeg + 0.0009},
              new double[] {11, 11}));
    }
    return builder.build();
  }

  /// A station on the road.
  public static StationState station(long id, long timeMs, double latDeg, double lonDeg) {
    Report report =
        new Report(
            id,
            StationType.PASSENGER_CAR,
            MessageKind.CAM,
            timeMs,
            latDeg,
            lonDeg,
            13.37,
            90.1,
            Double.NaN);
    return new StationState(report, 7, 42.5, timeMs + 20);
  }

  /// What one vehicle adds that drives a number of seconds at a speed.
  public static SegmentTally drive(
      int segment, long windowStartMs, long stationId, double timeS, double speedMps) {
    long timeMs = Math.round(timeS * 1000);
    int bin = TravelTimeSketch.bin(LENGTH_M / speedMps * 1000);
    return new SegmentTally(
        segment,
        windowStartMs,
        Math.round(timeMs * speedMps),
        timeMs,
        0,
        StationSketch.of(stationId),
        new TravelTimeSketch(new int[] {bin}, new int[] {1}));
  }

  /// A batch with tallies only.
  public static UplinkBatch tallies(
      String edgeId, long sequence, RoadNetwork network, SegmentTally... tallies) {
    return new UplinkBatch(edgeId, sequence, network.version(), List.of(), List.of(tallies));
  }

  /// A batch with stations only.
  public static UplinkBatch stations(String edgeId, long sequence, List<StationState> stations) {
    return new UplinkBatch(edgeId, sequence, "none", stations, List.of());
  }
}
