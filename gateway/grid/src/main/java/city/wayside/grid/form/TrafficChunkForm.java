package city.wayside.grid.form;

import city.wayside.model.traffic.EdieFigures;
import city.wayside.model.traffic.FlowEstimate;
import city.wayside.model.traffic.LevelOfService;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.SegmentWindow;
import city.wayside.model.traffic.TravelTimePercentiles;
import city.wayside.model.traffic.WindowLength;
import com.hazelcast.nio.serialization.HazelcastSerializationException;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// A chunk of records as columns: the window is written once, and what is absent in all of its
/// records (flow, while the penetration is unknown) takes no room.
final class TrafficChunkForm implements CompactSerializer<TrafficChunk> {

  /// Levels by their stored code: a level, once there, keeps its place.
  private static final List<LevelOfService> LEVELS =
      List.of(
          LevelOfService.UNKNOWN,
          LevelOfService.FREE_FLOW,
          LevelOfService.HEAVY,
          LevelOfService.SLOW,
          LevelOfService.QUEUING,
          LevelOfService.STATIONARY);

  @Override
  public TrafficChunk read(CompactReader in) {
    String networkVersion = String.valueOf(in.readString("network"));
    int lengthS = in.readInt32("lengthS");
    WindowLength length =
        WindowLength.ofSeconds(lengthS)
            .orElseThrow(() -> new HazelcastSerializationException("window of " + lengthS + " s"));
    long startMs = in.readInt64(Forms.WINDOW_START_MS);
    int[] segments = Columns.orEmpty(in.readArrayOfInt32("segments"));
    @Nullable String[] ids = in.readArrayOfString("ids");
    int[] revisions = Columns.orEmpty(in.readArrayOfInt32("revisions"));
    int[] vehicles = Columns.orEmpty(in.readArrayOfInt32("vehicles"));
    byte[] levels = in.readArrayOfInt8("levels");
    Figures figures = Figures.read(in);
    List<SegmentTraffic> records = new ArrayList<>(segments.length);
    for (int row = 0; row < segments.length; row++) {
      SegmentWindow window =
          new SegmentWindow(
              segments[row],
              String.valueOf(ids == null ? null : ids[row]),
              networkVersion,
              startMs,
              length);
      LevelOfService level = levels == null ? LevelOfService.UNKNOWN : level(levels[row]);
      records.add(figures.record(row, window, revisions[row], vehicles[row], level));
    }
    return new TrafficChunk(networkVersion, length, startMs, records);
  }

  @Override
  public void write(CompactWriter out, TrafficChunk chunk) {
    List<SegmentTraffic> rows = chunk.records();
    out.writeString("network", chunk.networkVersion());
    out.writeInt32("lengthS", chunk.length().lengthS());
    out.writeInt64(Forms.WINDOW_START_MS, chunk.startMs());
    out.writeArrayOfInt32("segments", Columns.ints(rows, row -> row.window().segmentIndex()));
    out.writeArrayOfString(
        "ids", rows.stream().map(row -> row.window().segmentId()).toArray(String[]::new));
    out.writeArrayOfInt32("revisions", Columns.ints(rows, SegmentTraffic::revision));
    out.writeArrayOfInt32("vehicles", Columns.ints(rows, SegmentTraffic::vehicles));
    byte[] levels = new byte[rows.size()];
    for (int row = 0; row < levels.length; row++) {
      levels[row] = (byte) LEVELS.indexOf(rows.get(row).levelOfService());
    }
    out.writeArrayOfInt8("levels", levels);
    for (Column column : Column.values()) {
      out.writeArrayOfFloat64(column.field, Columns.doubles(rows, column.value));
    }
  }

  private static LevelOfService level(byte code) {
    return code >= 0 && code < LEVELS.size() ? LEVELS.get(code) : LevelOfService.UNKNOWN;
  }

  @Override
  public String getTypeName() {
    return "trafficChunk";
  }

  @Override
  public Class<TrafficChunk> getCompactClass() {
    return TrafficChunk.class;
  }

  /// The columns of numbers that may be absent.
  private enum Column {
    DISTANCE_M("distanceM", record -> record.edie().distanceM()),
    TIME_S("timeS", record -> record.edie().timeS()),
    STOPPED_TIME_S("stoppedTimeS", record -> record.edie().stoppedTimeS()),
    SPEED_MPS("speedMps", record -> record.edie().speedMps()),
    DENSITY_VPKM("densityVpkm", record -> record.edie().densityVpkm()),
    PROBE_FLOW_VPH("probeFlowVph", record -> record.edie().probeFlowVph()),
    FLOW_VPH("flowVph", record -> flow(record, FlowEstimate::flowVph)),
    PENETRATION("penetration", record -> flow(record, FlowEstimate::penetration)),
    FLOW_STD_ERR_VPH("flowStdErrVph", record -> flow(record, FlowEstimate::stdErrVph)),
    TRAVERSALS("traversals", record -> travel(record, TravelTimePercentiles::traversalCount)),
    TRAVEL_P50_S("travelP50S", record -> travel(record, TravelTimePercentiles::p50S)),
    TRAVEL_P80_S("travelP80S", record -> travel(record, TravelTimePercentiles::p80S)),
    TRAVEL_P95_S("travelP95S", record -> travel(record, TravelTimePercentiles::p95S)),
    FREE_FLOW_MPS("freeFlowMps", SegmentTraffic::freeFlowSpeedMps),
    QUEUE_M("queueM", TrafficChunkForm::queue),
    CONFIDENCE("confidence", SegmentTraffic::confidence);

    private final String field;
    private final ToDoubleFunction<SegmentTraffic> value;

    Column(String field, ToDoubleFunction<SegmentTraffic> value) {
      this.field = field;
      this.value = value;
    }
  }

  private static double flow(SegmentTraffic record, ToDoubleFunction<FlowEstimate> value) {
    FlowEstimate flow = record.flow();
    return flow == null ? Double.NaN : value.applyAsDouble(flow);
  }

  private static double travel(
      SegmentTraffic record, ToDoubleFunction<TravelTimePercentiles> value) {
    TravelTimePercentiles travelTime = record.travelTime();
    return travelTime == null ? Double.NaN : value.applyAsDouble(travelTime);
  }

  private static double queue(SegmentTraffic record) {
    Double queueLengthM = record.queueLengthM();
    return queueLengthM == null ? Double.NaN : queueLengthM;
  }

  /// The columns of a chunk that is being read.
  private record Figures(double @Nullable [][] columns) {

    static Figures read(CompactReader in) {
      Column[] all = Column.values();
      double @Nullable [][] columns = new double[all.length][];
      for (Column column : all) {
        columns[column.ordinal()] = in.readArrayOfFloat64(column.field);
      }
      return new Figures(columns);
    }

    double at(Column column, int row) {
      return Columns.at(columns[column.ordinal()], row);
    }

    SegmentTraffic record(
        int row, SegmentWindow window, int revision, int vehicles, LevelOfService level) {
      double flowVph = at(Column.FLOW_VPH, row);
      double p50S = at(Column.TRAVEL_P50_S, row);
      double queueM = at(Column.QUEUE_M, row);
      return new SegmentTraffic(
          window,
          revision,
          vehicles,
          new EdieFigures(
              at(Column.DISTANCE_M, row),
              at(Column.TIME_S, row),
              at(Column.STOPPED_TIME_S, row),
              at(Column.SPEED_MPS, row),
              at(Column.DENSITY_VPKM, row),
              at(Column.PROBE_FLOW_VPH, row)),
          Double.isNaN(flowVph)
              ? null
              : new FlowEstimate(
                  flowVph, at(Column.PENETRATION, row), at(Column.FLOW_STD_ERR_VPH, row)),
          Double.isNaN(p50S)
              ? null
              : new TravelTimePercentiles(
                  (int) at(Column.TRAVERSALS, row),
                  p50S,
                  at(Column.TRAVEL_P80_S, row),
                  at(Column.TRAVEL_P95_S, row)),
          at(Column.FREE_FLOW_MPS, row),
          Double.isNaN(queueM) ? null : queueM,
          level,
          at(Column.CONFIDENCE, row));
    }
  }
}
