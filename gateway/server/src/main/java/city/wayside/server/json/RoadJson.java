package city.wayside.server.json;

import city.wayside.model.area.BoundingBox;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.network.Segment;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;

/// The road network as GeoJSON (RFC 7946). The geometries are written once and kept as text, for
/// every traffic answer repeats them.
public final class RoadJson {

  private final RoadNetwork network;
  private final SerializedString[] geometries;

  /// Prepares a network's geometries; takes a moment for a large city.
  public RoadJson(RoadNetwork network) {
    this.network = network;
    this.geometries = new SerializedString[network.segmentCount()];
    for (int index = 0; index < geometries.length; index++) {
      Segment segment = network.segment(index);
      byte[] text = JsonBytes.of(json -> lineString(json, segment));
      geometries[index] = new SerializedString(new String(text, StandardCharsets.US_ASCII));
    }
  }

  /// The network that is shown.
  public RoadNetwork network() {
    return network;
  }

  /// A FeatureCollection of the segments that are wanted.
  ///
  /// @param box the box that is named as theirs
  public byte[] collection(BoundingBox box, IntPredicate wanted) {
    return JsonBytes.of(json -> {
      json.writeStartObject();
      json.writeStringField("type", "FeatureCollection");
      json.writeStringField("networkVersion", network.version());
      writeBox(json, box);
      json.writeArrayFieldStart("features");
      for (int index = 0; index < geometries.length; index++) {
        if (wanted.test(index)) {
          writeFeature(json, index);
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  /// One segment as a Feature.
  public byte[] feature(int index) {
    return JsonBytes.of(json -> writeFeature(json, index));
  }

  /// Writes the geometry of a segment, or `null` for an index below zero.
  public void writeGeometry(JsonGenerator json, int index) throws IOException {
    json.writeFieldName("geometry");
    if (index < 0) {
      json.writeNull();
    } else {
      json.writeRawValue(geometries[index]);
    }
  }

  private void writeFeature(JsonGenerator json, int index) throws IOException {
    Segment segment = network.segment(index);
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeStringField("id", segment.id());
    writeGeometry(json, index);
    json.writeObjectFieldStart("properties");
    json.writeStringField("segmentId", segment.id());
    json.writeStringField("name", segment.name());
    json.writeStringField("roadClass", segment.roadClass());
    Decimals.figure(json, "lengthM", segment.lengthM());
    Decimals.figure(json, "speedLimitMps", segment.speedLimitMps());
    json.writeFieldName("lanes");
    if (segment.lanes() > 0) {
      json.writeNumber(segment.lanes());
    } else {
      json.writeNull();
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeBox(JsonGenerator json, BoundingBox box) throws IOException {
    json.writeArrayFieldStart("bbox");
    Decimals.write(json, box.westDeg(), Decimals.COORDINATE);
    Decimals.write(json, box.southDeg(), Decimals.COORDINATE);
    Decimals.write(json, box.eastDeg(), Decimals.COORDINATE);
    Decimals.write(json, box.northDeg(), Decimals.COORDINATE);
    json.writeEndArray();
  }

  private static void lineString(JsonGenerator json, Segment segment) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "LineString");
    json.writeArrayFieldStart("coordinates");
    for (int i = 0; i < segment.latDeg().length; i++) {
      json.writeStartArray();
      Decimals.write(json, segment.lonDeg()[i], Decimals.COORDINATE);
      Decimals.write(json, segment.latDeg()[i], Decimals.COORDINATE);
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
