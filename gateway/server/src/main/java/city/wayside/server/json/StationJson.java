package city.wayside.server.json;

import city.wayside.model.message.Report;
import city.wayside.model.message.StationState;
import city.wayside.road.network.RoadNetwork;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/// Live stations as GeoJSON points; for operators only, for these are positions of single vehicles.
public final class StationJson {

  private final RoadNetwork network;

  /// A writer that names segments by a network.
  public StationJson(RoadNetwork network) {
    this.network = network;
  }

  /// A FeatureCollection of stations.
  ///
  /// @param truncated true when there are more than are shown
  public byte[] collection(List<StationState> stations, boolean truncated) {
    return JsonBytes.of(json -> {
      Timestamps times = new Timestamps();
      json.writeStartObject();
      json.writeStringField("type", "FeatureCollection");
      json.writeBooleanField("truncated", truncated);
      json.writeNumberField("count", stations.size());
      json.writeArrayFieldStart("features");
      for (StationState station : stations) {
        writeFeature(json, times, station);
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  /// One station as a Feature.
  public byte[] feature(StationState station) {
    return JsonBytes.of(json -> writeFeature(json, new Timestamps(), station));
  }

  private void writeFeature(JsonGenerator json, Timestamps times, StationState station)
      throws IOException {
    Report report = station.report();
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeNumberField("id", station.stationId());
    json.writeObjectFieldStart("geometry");
    json.writeStringField("type", "Point");
    json.writeArrayFieldStart("coordinates");
    Decimals.write(json, report.lonDeg(), Decimals.COORDINATE);
    Decimals.write(json, report.latDeg(), Decimals.COORDINATE);
    json.writeEndArray();
    json.writeEndObject();
    json.writeObjectFieldStart("properties");
    json.writeNumberField("stationId", station.stationId());
    json.writeStringField("type", report.type().word());
    Decimals.figure(json, "speedMps", report.speedMps());
    Decimals.figure(json, "headingDeg", report.headingDeg());
    boolean known = station.onRoad() && station.segmentIndex() < network.segmentCount();
    if (known) {
      json.writeStringField("segmentId", network.segmentId(station.segmentIndex()));
    } else {
      json.writeNullField("segmentId");
    }
    Decimals.figure(json, "offsetM", known ? station.offsetM() : Double.NaN);
    times.write(json, "at", report.timeMs());
    json.writeEndObject();
    json.writeEndObject();
  }
}
