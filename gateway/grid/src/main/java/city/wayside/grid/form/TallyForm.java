package city.wayside.grid.form;

import city.wayside.model.traffic.SegmentTally;
import city.wayside.model.traffic.StationSketch;
import city.wayside.model.traffic.TravelTimeSketch;
import com.hazelcast.nio.serialization.FieldKind;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;

/// One edge node's whole sum of one segment and base window; 8 bytes for each distinct station, up
/// to 2 kB.
final class TallyForm implements CompactSerializer<SegmentTally> {

  private static final String QUEUE = "queueMm";

  @Override
  public SegmentTally read(CompactReader in) {
    return new SegmentTally(
        in.readInt32("segment"),
        in.readInt64(Forms.WINDOW_START_MS),
        in.readInt64("distanceMm"),
        in.readInt64("timeMs"),
        in.readInt64("stoppedMs"),
        new StationSketch(Columns.orEmpty(in.readArrayOfInt64("stations"))),
        new TravelTimeSketch(
            Columns.widened(in.readArrayOfInt16("bins")),
            Columns.orEmpty(in.readArrayOfInt32("counts"))),
        queueMm(in));
  }

  /// What an earlier version wrote has no queue.
  private static long queueMm(CompactReader in) {
    return in.getFieldKind(QUEUE) == FieldKind.INT64 ? in.readInt64(QUEUE) : 0;
  }

  @Override
  public void write(CompactWriter out, SegmentTally tally) {
    out.writeInt32("segment", tally.segmentIndex());
    out.writeInt64(Forms.WINDOW_START_MS, tally.windowStartMs());
    out.writeInt64("distanceMm", tally.distanceMm());
    out.writeInt64("timeMs", tally.timeMs());
    out.writeInt64("stoppedMs", tally.stoppedMs());
    out.writeArrayOfInt64("stations", Columns.orAbsent(tally.stations().hashes()));
    out.writeArrayOfInt16("bins", Columns.narrowed(tally.travelTimes().bins()));
    out.writeArrayOfInt32("counts", Columns.orAbsent(tally.travelTimes().counts()));
    out.writeInt64(QUEUE, tally.queueMm());
  }

  @Override
  public String getTypeName() {
    return "tally";
  }

  @Override
  public Class<SegmentTally> getCompactClass() {
    return SegmentTally.class;
  }
}
