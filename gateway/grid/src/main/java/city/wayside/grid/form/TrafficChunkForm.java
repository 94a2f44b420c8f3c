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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /// A column of numbers that may be absent.
  private record Column(String field, ToDoubleFunction<SegmentTraffic> value) {}

  private static final Column DISTANCE_M =
      new Column("distanceM", record -> record.edie().distanceM());
  private static final Column TIME_S = new Column("timeS", record -> record.edie().timeS());
  private static final Column STOPPED_TIME_S =
      new Column("stoppedTimeS", record -> record.edie().stoppedTimeS());
  private static final Column SPEED_MPS =
      new Column("speedMps", record -> record.edie().speedMps());
  private static final Column DENSITY_VPKM =
      new Column("densityVpkm", record -> record.edie().densityVpkm());
  private static final Column PROBE_FLOW_VPH =
      new Column("probeFlowVph", record -> record.edie().probeFlowVph());
  private static final Column FLOW_VPH =
      new Column("flowVph", record -> flow(record, FlowEstimate::flowVph));
  private static final Column PENETRATION =
      new Column("penetration", record -> flow(record, FlowEstimate::penetration));
  private static final Column FLOW_STD_ERR_VPH =
      new Column("flowStdErrVph", record -> flow(record, FlowEstimate::stdErrVph));
  private static final Column TRAVERSALS =
      new Column("traversals", record -> travel(record, TravelTimePercentiles::traversalCount));
  private static final Column TRAVEL_P50_S =
      new Column("travelP50S", record -> travel(record, TravelTimePercentiles::p50S));
  private static final Column TRAVEL_P80_S =
      new Column("travelP80S", record -> travel(record, TravelTimePercentiles::p80S));
  private static final Column TRAVEL_P95_S =
      new Column("travelP95S", record -> travel(record, TravelTimePercentiles::p95S));
  private static final Column FREE_FLOW_MPS =
      new Column("freeFlowMps", SegmentTraffic::freeFlowSpeedMps);
  private static final Column QUEUE_M = new Column("queueM", TrafficChunkForm::queue);
  private static final Column CONFIDENCE = new Column("confidence", SegmentTraffic::confidence);

  private static final List<Column> COLUMNS =
      List.of(
          DISTANCE_M,
          TIME_S,
          STOPPED_TIME_S,
          SPEED_MPS,
          DENSITY_VPKM,
          PROBE_FLOW_VPH,
          FLOW_VPH,
          PENETRATION,
          FLOW_STD_ERR_VPH,
          TRAVERSALS,
          TRAVEL_P50_S,
          TRAVEL_P80_S,
          TRAVEL_P95_S,
          FREE_FLOW_MPS,
          QUEUE_M,
          CONFIDENCE);

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
      LevelOfService level =
          Columns.at(LEVELS, levels == null ? 0 : levels[row], LevelOfService.UNKNOWN);
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
    for (Column column : COLUMNS) {
      out.writeArrayOfFloat64(column.field(), Columns.doubles(rows, column.value()));
    }
  }

  @Override
  public String getTypeName() {
    return "trafficChunk";
  }

  @Override
  public Class<TrafficChunk> getCompactClass() {
    return TrafficChunk.class;
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

  /// The columns of a chunk that is being read, by field; without those that are absent.
  private record Figures(Map<String, double[]> columns) {

    static Figures read(CompactReader in) {
      Map<String, double[]> columns = HashMap.newHashMap(COLUMNS.size());
      for (Column column : COLUMNS) {
        double @Nullable [] stored = in.readArrayOfFloat64(column.field());
        if (stored != null) {
          columns.put(column.field(), stored);
        }
      }
      return new Figures(columns);
    }

    double at(Column column, int row) {
      return Columns.at(columns.get(column.field()), row);
    }

    SegmentTraffic record(
        int row, SegmentWindow window, int revision, int vehicles, LevelOfService level) {
      double flowVph = at(FLOW_VPH, row);
      double p50S = at(TRAVEL_P50_S, row);
      double queueM = at(QUEUE_M, row);
      return new SegmentTraffic(
          window,
          revision,
          vehicles,
          new EdieFigures(
              at(DISTANCE_M, row),
              at(TIME_S, row),
              at(STOPPED_TIME_S, row),
              at(SPEED_MPS, row),
              at(DENSITY_VPKM, row),
              at(PROBE_FLOW_VPH, row)),
          Double.isNaN(flowVph)
              ? null
              : new FlowEstimate(flowVph, at(PENETRATION, row), at(FLOW_STD_ERR_VPH, row)),
          Double.isNaN(p50S)
              ? null
              : new TravelTimePercentiles(
                  (int) at(TRAVERSALS, row), p50S, at(TRAVEL_P80_S, row), at(TRAVEL_P95_S, row)),
          at(FREE_FLOW_MPS, row),
          Double.isNaN(queueM) ? null : queueM,
          level,
          at(CONFIDENCE, row));
    }
  }
}
