package city.wayside.server.place;

import city.wayside.model.area.GeoPoint;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.WindowLength;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.network.Segment;
import city.wayside.road.place.Corridor;
import city.wayside.road.place.Zone;
import city.wayside.server.json.Decimals;
import city.wayside.server.json.JsonBytes;
import city.wayside.server.json.Timestamps;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Corridors and zones of one window as GeoJSON.
///
/// @param network the network of their segments
/// @param places the places
/// @param openVehiclesMin what fewer distinct vehicles tell is marked suppressed
record PlaceJson(RoadNetwork network, PlaceSources places, int openVehiclesMin) {

  /// A window that is closed.
  ///
  /// @param length its length
  /// @param startMs its start, milliseconds since 1970
  record Window(WindowLength length, long startMs) {

    void write(JsonGenerator json, Timestamps times) throws IOException {
      times.write(json, "windowStart", startMs);
      times.write(json, "windowEnd", startMs + length.lengthMs());
    }
  }

  /// Writes the features of a collection.
  private interface Features {
    void write(JsonGenerator json, Timestamps times) throws IOException;
  }

  /// All corridors with their travel times.
  ///
  /// @param records the window's records, by segment index
  byte[] corridors(@Nullable Window window, Map<Integer, SegmentTraffic> records) {
    return collection(
        window,
        (json, times) -> {
          for (Corridor corridor : places.corridors()) {
            CorridorTime time = CorridorTime.of(corridor, network, records, places.otherwiseMps());
            json.writeStartObject();
            json.writeStringField("type", "Feature");
            json.writeStringField("id", corridor.id());
            writeLines(json, corridor);
            json.writeObjectFieldStart("properties");
            json.writeStringField("corridorId", corridor.id());
            json.writeStringField("name", corridor.name());
            if (window != null) {
              window.write(json, times);
            }
            write(json, time);
            json.writeEndObject();
            json.writeEndObject();
          }
        });
  }

  private void write(JsonGenerator json, CorridorTime time) throws IOException {
    Decimals.figure(json, "lengthM", time.lengthM());
    json.writeStringField("travelTimeType", "instantaneous");
    Decimals.figure(json, "travelTimeS", time.timeS());
    Decimals.figure(json, "freeFlowTravelTimeS", time.freeFlowS());
    Decimals.figure(json, "speedMps", time.lengthM() / time.timeS());
    Decimals.figure(json, "completeness", time.completeness());
    json.writeBooleanField("suppressed", time.vehiclesMin() < openVehiclesMin);
  }

  /// All zones with their vehicles; those of too few vehicles without the number.
  ///
  /// @param vehicles distinct vehicles by the zone's id
  byte[] zones(@Nullable Window window, Map<String, Integer> vehicles) {
    return collection(
        window,
        (json, times) -> {
          for (Zone zone : places.zones()) {
            Integer count = vehicles.get(zone.id());
            boolean isSuppressed = count != null && count < openVehiclesMin;
            json.writeStartObject();
            json.writeStringField("type", "Feature");
            json.writeStringField("id", zone.id());
            writeBorder(json, zone);
            json.writeObjectFieldStart("properties");
            json.writeStringField("zoneId", zone.id());
            json.writeStringField("name", zone.name());
            if (window != null) {
              window.write(json, times);
            }
            json.writeFieldName("vehicles");
            if (count == null || isSuppressed) {
              json.writeNull();
            } else {
              json.writeNumber(count);
            }
            json.writeBooleanField("suppressed", isSuppressed);
            json.writeEndObject();
            json.writeEndObject();
          }
        });
  }

  private byte[] collection(@Nullable Window window, Features features) {
    return JsonBytes.of(json -> {
      Timestamps times = new Timestamps();
      json.writeStartObject();
      json.writeStringField("type", "FeatureCollection");
      json.writeStringField("networkVersion", network.version());
      if (window == null) {
        json.writeNullField("window");
      } else {
        json.writeObjectFieldStart("window");
        json.writeNumberField("lengthS", window.length.lengthS());
        times.write(json, "start", window.startMs);
        times.write(json, "end", window.startMs + window.length.lengthMs());
        json.writeEndObject();
      }
      json.writeArrayFieldStart("features");
      if (window != null) {
        features.write(json, times);
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private void writeLines(JsonGenerator json, Corridor corridor) throws IOException {
    json.writeObjectFieldStart("geometry");
    json.writeStringField("type", "MultiLineString");
    json.writeArrayFieldStart("coordinates");
    for (int index : corridor.segmentIndexes()) {
      Segment segment = network.segment(index);
      json.writeStartArray();
      for (int i = 0; i < segment.latDeg().length; i++) {
        write(json, segment.latDeg()[i], segment.lonDeg()[i]);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeBorder(JsonGenerator json, Zone zone) throws IOException {
    json.writeObjectFieldStart("geometry");
    json.writeStringField("type", "Polygon");
    json.writeArrayFieldStart("coordinates");
    json.writeStartArray();
    for (GeoPoint corner : zone.border()) {
      write(json, corner.latDeg(), corner.lonDeg());
    }
    write(json, zone.border().getFirst().latDeg(), zone.border().getFirst().lonDeg());
    json.writeEndArray();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, double latDeg, double lonDeg) throws IOException {
    json.writeStartArray();
    Decimals.write(json, lonDeg, Decimals.COORDINATE);
    Decimals.write(json, latDeg, Decimals.COORDINATE);
    json.writeEndArray();
  }
}
