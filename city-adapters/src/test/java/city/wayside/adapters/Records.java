package city.wayside.adapters;

import city.wayside.model.traffic.EdieFigures;
import city.wayside.model.traffic.FlowEstimate;
import city.wayside.model.traffic.LevelOfService;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.SegmentWindow;
import city.wayside.model.traffic.TravelTimePercentiles;
import city.wayside.model.traffic.WindowLength;
import org.jspecify.annotations.Nullable;

/// Records of a segment of [FakeRoads], for tests that care for one or two of its values.
public final class Records {

  /// Start of the window, 2026-11-23T08:00:00Z.
  public static final long START_MS = 1_795_420_800_000L;

  /// Ten vehicles a kilometre of those that report, at 36 km/h.
  private static final EdieFigures EDIE = new EdieFigures(600, 60, 5, 10, 10, 360);

  private Records() {}

  /// A record with all values: 36 km/h, 720 veh/h and 20 veh/km at half penetration.
  public static SegmentTraffic full(int index, String id, int vehicles) {
    return record(
        index,
        id,
        vehicles,
        EDIE,
        new FlowEstimate(720, 0.5, 72),
        new TravelTimePercentiles(vehicles, 10.2, 12, 15),
        LevelOfService.HEAVY);
  }

  /// A record of nothing but what vehicles that report tell: no flow, no complete traversal.
  public static SegmentTraffic bare(int index, String id, int vehicles) {
    return record(index, id, vehicles, EDIE, null, null, LevelOfService.UNKNOWN);
  }

  /// A record with these values.
  public static SegmentTraffic record(
      int index,
      String id,
      int vehicles,
      EdieFigures edie,
      @Nullable FlowEstimate flow,
      @Nullable TravelTimePercentiles times,
      LevelOfService level) {
    return new SegmentTraffic(
        new SegmentWindow(index, id, FakeRoads.VERSION, START_MS, WindowLength.ONE_MINUTE),
        0,
        vehicles,
        edie,
        flow,
        times,
        12.5,
        null,
        level,
        0.83);
  }
}
