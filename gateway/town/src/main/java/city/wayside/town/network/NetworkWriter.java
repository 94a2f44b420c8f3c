package city.wayside.town.network;

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
import java.util.zip.GZIPOutputStream;

/// Writes a network as GeoJSON: one LineString per directed segment, with its topology. Reading it
/// again gives the same network, and so the same version.
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
      json.writeArrayFieldStart("features");
      Junctions junctions = new Junctions(network);
      for (int index = 0; index < network.segmentCount(); index++) {
        json.writeRaw('\n');
        feature(json, network.segment(index), junctions);
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

  private static void feature(JsonGenerator json, Segment segment, Junctions junctions)
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

  private static BigDecimal coordinate(double degrees) {
    return BigDecimal.valueOf(Math.round(degrees * 1e7), COORDINATE_DECIMALS);
  }
}
