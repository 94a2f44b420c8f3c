package city.wayside.grid.form;

import city.wayside.model.traffic.EdieFigures;
import city.wayside.model.traffic.FlowEstimate;
import city.wayside.model.traffic.LevelOfService;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.SegmentWindow;
import city.wayside.model.traffic.TravelTimePercentiles;
import city.wayside.model.traffic.WindowLength;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Chunks of every size, in which flow, travel times and queues are there or not.
final class ChunkArbitrary {

  private ChunkArbitrary() {}

  static Arbitrary<TrafficChunk> chunks() {
    Arbitrary<SegmentTraffic> records =
        Combinators.combine(
                Arbitraries.doubles().between(0, 1e6),
                Arbitraries.doubles().between(0, 60),
                Arbitraries.of(LevelOfService.class),
                Arbitraries.of(true, false),
                Arbitraries.of(true, false),
                Arbitraries.of(true, false))
            .as(ChunkArbitrary::record);
    return Combinators.combine(
            records.list().ofMaxSize(ChunkKey.SEGMENTS),
            Arbitraries.of(WindowLength.class),
            Arbitraries.longs().between(0, 1L << 42))
        .as(ChunkArbitrary::chunk);
  }

  private static SegmentTraffic record(
      double big, double small, LevelOfService level, boolean flow, boolean travel, boolean queue) {
    return new SegmentTraffic(
        new SegmentWindow(0, "", "v", 0, WindowLength.ONE_MINUTE),
        (int) small,
        (int) big,
        new EdieFigures(big, small, small / 2, travel ? small : Double.NaN, big / 3, big / 7),
        flow ? new FlowEstimate(big, 0.05, small) : null,
        travel ? new TravelTimePercentiles((int) small + 1, small, small + 1, small + 2) : null,
        13.9,
        queue ? small : null,
        level,
        small / 60);
  }

  private static TrafficChunk chunk(List<SegmentTraffic> rows, WindowLength length, long startMs) {
    List<SegmentTraffic> records = new ArrayList<>();
    for (SegmentTraffic row : rows) {
      int segment = 64 + records.size();
      records.add(
          new SegmentTraffic(
              new SegmentWindow(segment, "way-" + segment, "v1", startMs, length),
              row.revision(),
              row.vehicles(),
              row.edie(),
              row.flow(),
              row.travelTime(),
              row.freeFlowSpeedMps(),
              row.queueLengthM(),
              row.levelOfService(),
              row.confidence()));
    }
    return new TrafficChunk("v1", length, startMs, records);
  }
}
