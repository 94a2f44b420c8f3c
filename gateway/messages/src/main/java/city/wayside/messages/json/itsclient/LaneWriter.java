package city.wayside.messages.json.itsclient;

import city.wayside.messages.json.Rejection;
import city.wayside.messages.measure.Quantity;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.signal.IntersectionKey;
import city.wayside.model.signal.Lane;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/// Writes a lane of a MAPEM 2.0.0.
final class LaneWriter {

  private static final int LANE_ID_MAX = 255;
  private static final int APPROACH_MAX = 15;
  private static final int INDEX_MAX = 255;
  private static final int NODES_MIN = 2;

  private LaneWriter() {}

  /// False for a lane that the schema cannot say: one without nodes or a direction, or of a type
  /// that it has no word for.
  static boolean canWrite(Lane lane) {
    return lane.nodes().size() >= NODES_MIN
        && (lane.isIngress() || lane.isEgress())
        && lane.type() != Lane.LaneType.OTHER;
  }

  /// Writes the fields of a lane.
  ///
  /// @param here the intersection it belongs to
  /// @param commonWidthM width of lanes that say nothing else
  static void write(JsonGenerator json, Lane lane, IntersectionKey here, double commonWidthM)
      throws IOException, Rejection {
    json.writeNumberField("lane_id", Bounds.require("lane", lane.laneId(), 0, LANE_ID_MAX));
    long approach = Bounds.require("approach", lane.approachId(), 0, APPROACH_MAX);
    if (lane.isIngress()) {
      json.writeNumberField("ingress_approach", approach);
    } else {
      json.writeNumberField("egress_approach", approach);
    }
    writeAttributes(json, lane);
    writeNodes(json, lane, commonWidthM);
    writeConnections(json, lane, here);
  }

  private static void writeAttributes(JsonGenerator json, Lane lane) throws IOException {
    json.writeObjectFieldStart("lane_attributes");
    json.writeArrayFieldStart("directional_use");
    if (lane.isIngress()) {
      json.writeString("ingressPath");
    }
    if (lane.isEgress()) {
      json.writeString("egressPath");
    }
    json.writeEndArray();
    json.writeArrayFieldStart("shared_with");
    json.writeEndArray();
    json.writeObjectFieldStart("lane_type");
    json.writeArrayFieldStart(LaneTypes.word(lane.type()));
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeNodes(JsonGenerator json, Lane lane, double commonWidthM)
      throws IOException, Rejection {
    Bounds.requireCount("nodes of a lane", lane.nodes().size(), NODES_MIN, Limits.NODES_MAX);
    long widthChange =
        Double.isNaN(lane.widthM())
            ? 0
            : Quantity.LANE_WIDTH.wireOf(lane.widthM()) - Quantity.LANE_WIDTH.wireOf(commonWidthM);
    json.writeObjectFieldStart("node_list");
    json.writeArrayFieldStart("nodes");
    boolean isFirst = true;
    for (GeoPoint node : lane.nodes()) {
      json.writeStartObject();
      json.writeObjectFieldStart("delta");
      json.writeObjectFieldStart("node_lat_lon");
      json.writeNumberField("lat", Quantity.LATITUDE.wireOf(node.latDeg()));
      json.writeNumberField("lon", Quantity.LONGITUDE.wireOf(node.lonDeg()));
      json.writeEndObject();
      json.writeEndObject();
      if (isFirst && widthChange != 0) {
        json.writeObjectFieldStart("attributes");
        json.writeNumberField("d_width", widthChange);
        json.writeEndObject();
      }
      isFirst = false;
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeConnections(JsonGenerator json, Lane lane, IntersectionKey here)
      throws IOException, Rejection {
    Bounds.requireCount(
        "connections of a lane", lane.connections().size(), 0, Limits.CONNECTIONS_MAX);
    if (lane.connections().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("connects_to");
    for (Lane.Connection connection : lane.connections()) {
      json.writeStartObject();
      json.writeObjectFieldStart("connecting_lane");
      json.writeNumberField("lane", Bounds.require("lane", connection.laneId(), 0, LANE_ID_MAX));
      json.writeEndObject();
      if (!connection.intersection().equals(here)) {
        Bounds.requireIntersection(connection.intersection());
        PartWriter.intersection(json, "remote_intersections", connection.intersection());
      }
      if (connection.signalGroupId() != 0) {
        json.writeNumberField(
            "signal_group",
            Bounds.require("signal group", connection.signalGroupId(), 0, INDEX_MAX));
      }
      if (connection.connectionId() >= 0) {
        json.writeNumberField(
            "connection_id", Bounds.require("connection", connection.connectionId(), 0, INDEX_MAX));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
