package city.wayside.town.network;

import city.wayside.road.network.Level;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.network.Segment;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Writes a network as GeoJSON: one LineString per directed segment, with its topology, what may
/// not be turned to, and its level. Reading it again gives the same network, and so the same
/// version.
public final class NetworkWriter {

  /// Coordinates are kept in units of 1e-7 degrees.
  private static final int COORDINATE_DECIMALS = 7;

  private NetworkWriter() {}

  /// Writes a network; a file that is there is replaced once the new one is whole.
  ///
  /// @param file gzipped when its name ends in `.gz`
  public static void write(RoadNetwork network, Path file) throws IOException {
    Path whole = file.toAbsolutePath();
    Path part = whole.resolveSibling(whole.getFileName() + ".part");
    try (OutputStream out = open(part, file);
        JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeStringField("type", "FeatureCollection");
      Instant mapDate = network.mapDate();
      if (mapDate != null) {
        json.writeStringField("map_date", mapDate.toString());
      }
      json.writeArrayFieldStart("features");
      Junctions junctions = new Junctions(network);
      Map<Integer, List<int[]>> bans = bansByStart(network);
      for (int index = 0; index < network.segmentCount(); index++) {
        json.writeRaw('\n');
        feature(json, network, network.segment(index), junctions, bans.get(index));
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
  }

  private static OutputStream open(Path part, Path file) throws IOException {
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(part));
    return file.toString().endsWith(".gz") ? new GZIPOutputStream(out) : out;
  }

  private static Map<Integer, List<int[]>> bansByStart(RoadNetwork network) {
    Map<Integer, List<int[]>> bans = new HashMap<>();
    for (int ban = 0; ban < network.turnBans().count(); ban++) {
      int[] segments = network.turnBans().segments(ban);
      bans.computeIfAbsent(segments[0], _ -> new ArrayList<>()).add(segments);
    }
    return bans;
  }

  private static void feature(
      JsonGenerator json,
      RoadNetwork network,
      Segment segment,
      Junctions junctions,
      @Nullable List<int[]> bans)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeObjectFieldStart("properties");
    json.writeStringField("id", segment.id());
    json.writeNumberField("length_m", segment.lengthM());
    if (!Double.isNaN(segment.speedLimitMps())) {
      json.writeNumberField("speed_limit_mps", segment.speedLimitMps());
    }
    if (segment.lanes() > 0) {
      json.writeNumberField("lanes", segment.lanes());
    }
    json.writeStringField("road_class", segment.roadClass());
    json.writeStringField("name", segment.name());
    json.writeStringField("from_node", "n" + junctions.from(segment.index()));
    json.writeStringField("to_node", "n" + junctions.to(segment.index()));
    level(json, network.level(segment.index()));
    if (bans != null) {
      bans(json, network, bans);
    }
    json.writeEndObject();
    json.writeObjectFieldStart("geometry");
    json.writeStringField("type", "LineString");
    json.writeArrayFieldStart("coordinates");
    for (int point = 0; point < segment.latDeg().length; point++) {
      json.writeStartArray();
      json.writeNumber(coordinate(segment.lonDeg()[point]));
      json.writeNumber(coordinate(segment.latDeg()[point]));
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void level(JsonGenerator json, Level level) throws IOException {
    if (level.layer() != 0) {
      json.writeNumberField("layer", level.layer());
    }
    if (level.isBridge()) {
      json.writeBooleanField("bridge", true);
    }
    if (level.isTunnel()) {
      json.writeBooleanField("tunnel", true);
    }
  }

  /// The bans that begin at one segment.
  private static void bans(JsonGenerator json, RoadNetwork network, List<int[]> bans)
      throws IOException {
    if (bans.stream().anyMatch(ban -> ban.length == 2)) {
      json.writeArrayFieldStart("no_turn_to");
      for (int[] ban : bans) {
        if (ban.length == 2) {
          json.writeString(network.segmentId(ban[1]));
        }
      }
      json.writeEndArray();
    }
    if (bans.stream().anyMatch(ban -> ban.length > 2)) {
      json.writeArrayFieldStart("no_turn_via");
      for (int[] ban : bans) {
        if (ban.length > 2) {
          json.writeStartArray();
          for (int place = 1; place < ban.length; place++) {
            json.writeString(network.segmentId(ban[place]));
          }
          json.writeEndArray();
        }
      }
      json.writeEndArray();
    }
  }

  private static BigDecimal coordinate(double degrees) {
    return BigDecimal.valueOf(Math.round(degrees * 1e7), COORDINATE_DECIMALS);
  }
}
