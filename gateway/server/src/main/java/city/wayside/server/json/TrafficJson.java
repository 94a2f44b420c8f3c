package city.wayside.server.json;

import city.wayside.model.flow.TrafficChange;
import city.wayside.model.traffic.EdieFigures;
import city.wayside.model.traffic.FlowEstimate;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.SegmentWindow;
import city.wayside.model.traffic.TravelTimePercentiles;
import city.wayside.model.traffic.WindowLength;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The canonical record of a segment window as JSON, alone and in its collections.
public final class TrafficJson {

  private static final double KMH_PER_MPS = 3.6;
  private static final int PENETRATION_DECIMALS = 5;

  private final RoadJson roads;
  private final int openVehiclesMin;

  /// A writer of records.
  ///
  /// @param openVehiclesMin records of fewer distinct vehicles are marked `suppressed`
  public TrafficJson(RoadJson roads, int openVehiclesMin) {
    this.roads = roads;
    this.openVehiclesMin = openVehiclesMin;
  }

  /// One closed window as a FeatureCollection.
  ///
  /// @param startMs the window's start, or absent when no window is closed yet
  /// @param withGeometry false leaves every geometry `null`
  public byte[] collection(
      WindowLength length,
      @Nullable Long startMs,
      List<SegmentTraffic> records,
      boolean withGeometry) {
    return JsonBytes.of(json -> {
      Timestamps times = new Timestamps();
      json.writeStartObject();
      json.writeStringField("type", "FeatureCollection");
      json.writeStringField("networkVersion", roads.network().version());
      if (startMs == null) {
        json.writeNullField("window");
      } else {
        writeWindow(json, times, length, startMs);
      }
      json.writeArrayFieldStart("features");
      for (SegmentTraffic record : records) {
        writeFeature(json, times, record, withGeometry);
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  /// One segment's records, oldest first.
  public byte[] history(
      String segmentId, WindowLength length, long fromMs, long toMs, List<SegmentTraffic> records) {
    return JsonBytes.of(json -> {
      Timestamps times = new Timestamps();
      json.writeStartObject();
      json.writeStringField("segmentId", segmentId);
      json.writeObjectFieldStart("window");
      json.writeNumberField("lengthS", length.lengthS());
      json.writeEndObject();
      times.write(json, "from", fromMs);
      times.write(json, "to", toMs);
      json.writeArrayFieldStart("records");
      for (SegmentTraffic record : records) {
        writeRecord(json, times, record);
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  /// A change of the traffic, for streams.
  public byte[] change(TrafficChange change) {
    return JsonBytes.of(json -> {
      Timestamps times = new Timestamps();
      json.writeStartObject();
      json.writeNumberField("cursor", change.cursor());
      writeWindow(json, times, change.length(), change.windowStartMs());
      json.writeNumberField("revision", change.revision());
      json.writeStringField("networkVersion", roads.network().version());
      json.writeArrayFieldStart("segments");
      for (SegmentTraffic record : change.segments()) {
        writeRecord(json, times, record);
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  /// The index of a record's segment in the network that is shown, or -1 when it is of another
  /// network and has no such segment here.
  public int indexOf(SegmentTraffic record) {
    SegmentWindow window = record.window();
    return window.networkVersion().equals(roads.network().version())
        ? window.segmentIndex()
        : roads.network().indexOf(window.segmentId());
  }

  private void writeFeature(
      JsonGenerator json, Timestamps times, SegmentTraffic record, boolean withGeometry)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeStringField("id", record.window().segmentId());
    roads.writeGeometry(json, withGeometry ? indexOf(record) : -1);
    json.writeFieldName("properties");
    writeRecord(json, times, record);
    json.writeEndObject();
  }

  private static void writeWindow(
      JsonGenerator json, Timestamps times, WindowLength length, long startMs) throws IOException {
    json.writeObjectFieldStart("window");
    json.writeNumberField("lengthS", length.lengthS());
    times.write(json, "start", startMs);
    times.write(json, "end", startMs + length.lengthMs());
    json.writeEndObject();
  }

  private void writeRecord(JsonGenerator json, Timestamps times, SegmentTraffic record)
      throws IOException {
    SegmentWindow window = record.window();
    EdieFigures edie = record.edie();
    json.writeStartObject();
    json.writeStringField("segmentId", window.segmentId());
    json.writeStringField("networkVersion", window.networkVersion());
    times.write(json, "windowStart", window.startMs());
    times.write(json, "windowEnd", window.endMs());
    json.writeNumberField("revision", record.revision());
    json.writeNumberField("vehicles", record.vehicles());
    Decimals.figure(json, "sumDistanceM", edie.distanceM());
    Decimals.figure(json, "sumTimeS", edie.timeS());
    Decimals.figure(json, "speedMps", edie.speedMps());
    Decimals.figure(json, "speedKmh", edie.speedMps() * KMH_PER_MPS);
    Decimals.figure(json, "densityVpkm", edie.densityVpkm());
    Decimals.figure(json, "probeFlowVph", edie.probeFlowVph());
    writeFlow(json, record.flow());
    writeTravelTime(json, record.travelTime());
    Decimals.figure(json, "freeFlowSpeedMps", record.freeFlowSpeedMps());
    Decimals.figure(json, "stoppedTimeS", edie.stoppedTimeS());
    Double queueLengthM = record.queueLengthM();
    Decimals.figure(json, "queueLengthM", queueLengthM == null ? Double.NaN : queueLengthM);
    json.writeStringField("levelOfService", record.levelOfService().word());
    Decimals.figure(json, "confidence", record.confidence());
    json.writeBooleanField("suppressed", record.vehicles() < openVehiclesMin);
    json.writeEndObject();
  }

  private static void writeFlow(JsonGenerator json, @Nullable FlowEstimate flow)
      throws IOException {
    Decimals.figure(json, "flowVph", flow == null ? Double.NaN : flow.flowVph());
    json.writeFieldName("penetration");
    Decimals.write(json, flow == null ? Double.NaN : flow.penetration(), PENETRATION_DECIMALS);
    Decimals.figure(json, "flowStdErrVph", flow == null ? Double.NaN : flow.stdErrVph());
  }

  private static void writeTravelTime(JsonGenerator json, @Nullable TravelTimePercentiles time)
      throws IOException {
    json.writeFieldName("travelTimeS");
    if (time == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    Decimals.figure(json, "p50", time.p50S());
    Decimals.figure(json, "p80", time.p80S());
    Decimals.figure(json, "p95", time.p95S());
    json.writeEndObject();
  }
}
