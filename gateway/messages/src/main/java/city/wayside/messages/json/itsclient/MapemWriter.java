package city.wayside.messages.json.itsclient;

import city.wayside.messages.json.Rejection;
import city.wayside.messages.measure.Quantity;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.signal.IntersectionMap;
import city.wayside.model.signal.Lane;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/// Writes a MAPEM 2.0.0. Nodes are written as positions, which loses nothing but digits. Lanes that
/// a schema has no way to say are left out: see [LaneWriter#canWrite].
final class MapemWriter {

  private static final int MESSAGE_REVISION = 0;

  private MapemWriter() {}

  /// Writes the fields of `message`.
  static void write(JsonGenerator json, List<IntersectionMap> maps, long stationId)
      throws IOException, Rejection {
    Bounds.requireCount("intersections", maps.size(), 1, Limits.INTERSECTIONS_MAX);
    PartWriter.header(json, stationId);
    json.writeNumberField("msg_issue_revision", MESSAGE_REVISION);
    json.writeArrayFieldStart("intersections");
    for (IntersectionMap map : maps) {
      json.writeStartObject();
      writeIntersection(json, map);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeIntersection(JsonGenerator json, IntersectionMap map)
      throws IOException, Rejection {
    Bounds.requireIntersection(map.intersection());
    List<Lane> lanes = map.lanes().stream().filter(LaneWriter::canWrite).toList();
    Bounds.requireCount("lanes that can be written", lanes.size(), 1, Limits.LANES_MAX);
    if (!map.name().isEmpty()) {
      Bounds.require("length of name", map.name().length(), 0, Limits.NAME_CHARS_MAX);
      json.writeStringField("name", map.name());
    }
    PartWriter.intersection(json, "id", map.intersection());
    json.writeNumberField("revision", Bounds.requireRevision(map.revision()));
    GeoPoint point = map.referencePoint();
    json.writeObjectFieldStart("ref_point");
    json.writeNumberField("latitude", Quantity.LATITUDE.wireOf(point.latDeg()));
    json.writeNumberField("longitude", Quantity.LONGITUDE.wireOf(point.lonDeg()));
    json.writeEndObject();
    double commonWidthM = commonWidthM(lanes);
    if (!Double.isNaN(commonWidthM)) {
      json.writeNumberField("lane_width", Quantity.LANE_WIDTH.wireOf(commonWidthM));
    }
    json.writeArrayFieldStart("lane_set");
    for (Lane lane : lanes) {
      json.writeStartObject();
      LaneWriter.write(json, lane, map.intersection(), commonWidthM);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// The width from which lanes of another width are told by their difference.
  private static double commonWidthM(List<Lane> lanes) {
    return lanes.stream()
        .mapToDouble(Lane::widthM)
        .filter(widthM -> !Double.isNaN(widthM))
        .findFirst()
        .orElse(Double.NaN);
  }
}
