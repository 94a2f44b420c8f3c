package city.wayside.grid.form;

import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationState;
import city.wayside.model.message.StationType;
import city.wayside.model.message.TrajectoryContext;
import com.hazelcast.nio.serialization.FieldKind;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;

/// The newest state of a station, flat. Numbers are kept exactly as they were reported; a type or
/// kind that only a later version knows is read as `UNKNOWN` and `PROBE`.
final class StationForm implements CompactSerializer<StationState> {

  private static final String CONTEXT = "context";

  @Override
  public StationState read(CompactReader in) {
    Report report =
        new Report(
            in.readInt64("id"),
            StationType.ofCode(in.readInt8("type")).orElse(StationType.UNKNOWN),
            MessageKind.ofWord(String.valueOf(in.readString("kind"))).orElse(MessageKind.PROBE),
            in.readInt64("timeMs"),
            in.readFloat64(Forms.LAT_DEG),
            in.readFloat64(Forms.LON_DEG),
            in.readFloat64("speedMps"),
            in.readFloat64("headingDeg"),
            in.readFloat64("accuracyM"));
    return new StationState(
        report,
        in.readInt32("segment"),
        in.readFloat64("offsetM"),
        in.readInt64("receivedMs"),
        context(in));
  }

  /// What an older version wrote has none.
  private static TrajectoryContext context(CompactReader in) {
    boolean isThere = in.getFieldKind(CONTEXT) == FieldKind.ARRAY_OF_INT8;
    byte[] bytes = isThere ? in.readArrayOfInt8(CONTEXT) : null;
    return bytes == null || bytes.length > TrajectoryContext.LENGTH_BYTES_MAX
        ? TrajectoryContext.NONE
        : new TrajectoryContext(bytes);
  }

  @Override
  public void write(CompactWriter out, StationState state) {
    Report report = state.report();
    out.writeInt64("id", report.stationId());
    out.writeInt8("type", (byte) report.type().code());
    out.writeString("kind", report.kind().word());
    out.writeInt64("timeMs", report.timeMs());
    out.writeFloat64(Forms.LAT_DEG, report.latDeg());
    out.writeFloat64(Forms.LON_DEG, report.lonDeg());
    out.writeFloat64("speedMps", report.speedMps());
    out.writeFloat64("headingDeg", report.headingDeg());
    out.writeFloat64("accuracyM", report.accuracyM());
    out.writeInt32("segment", state.segmentIndex());
    out.writeFloat64("offsetM", state.offsetM());
    out.writeInt64("receivedMs", state.receivedMs());
    out.writeArrayOfInt8(CONTEXT, state.context().bytes());
  }

  @Override
  public String getTypeName() {
    return "station";
  }

  @Override
  public Class<StationState> getCompactClass() {
    return StationState.class;
  }
}
