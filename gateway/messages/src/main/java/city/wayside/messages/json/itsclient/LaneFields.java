package city.wayside.messages.json.itsclient;

import static city.wayside.messages.json.JsonCursor.ABSENT;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.signal.IntersectionKey;
import city.wayside.model.signal.Lane;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A lane (GenericLane) while it is read.
final class LaneFields {

  private static final int LANE_ID_MAX = 255;
  private static final int APPROACH_MAX = 15;
  private static final int INDEX_MAX = 255;
  private static final int NOT_GIVEN = -1;

  /// Widths are whole centimetres; their sum is rounded to them again.
  private static final double CENTIMETRES = 100;

  private long laneId = ABSENT;
  private Lane.LaneType type = Lane.LaneType.OTHER;
  private boolean isIngress;
  private boolean isEgress;
  private int ingressApproachId;
  private int egressApproachId;
  private boolean hasAttributes;
  private NodeFields nodes = NodeFields.NONE;
  private final List<RawConnection> connections = new ArrayList<>();

  /// A connection that does not know yet in which intersection it is.
  private record RawConnection(
      long laneId, @Nullable IntersectionKey remote, int signalGroupId, int connectionId) {}

  private LaneFields() {}

  /// Reads the object on which the cursor stands.
  static LaneFields read(JsonCursor json) throws Rejection {
    LaneFields lane = new LaneFields();
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "lane_id" -> lane.laneId = json.whole(0, LANE_ID_MAX);
        case "ingress_approach" -> lane.ingressApproachId = json.count(0, APPROACH_MAX);
        case "egress_approach" -> lane.egressApproachId = json.count(0, APPROACH_MAX);
        case "lane_attributes" -> lane.readAttributes(json);
        case "node_list" -> lane.nodes = NodeFields.read(json);
        case "connects_to" -> lane.readConnections(json);
        default -> json.skip();
      }
    }
    json.require(lane.laneId, "lane_id");
    json.require(lane.hasAttributes, "lane_attributes");
    json.require(lane.nodes != NodeFields.NONE, "node_list");
    return lane;
  }

  /// The lane.
  ///
  /// @param here the intersection it belongs to
  /// @param referencePoint where its first node is measured from
  /// @param commonWidthM width of lanes that say nothing else; `NaN` when not given
  Lane lane(IntersectionKey here, GeoPoint referencePoint, double commonWidthM) {
    List<Lane.Connection> resolved = new ArrayList<>(connections.size());
    for (RawConnection connection : connections) {
      resolved.add(
          new Lane.Connection(
              (int) connection.laneId,
              connection.remote == null ? here : connection.remote,
              connection.signalGroupId,
              connection.connectionId));
    }
    return new Lane(
        (int) laneId,
        type,
        isIngress,
        isEgress,
        isIngress ? ingressApproachId : egressApproachId,
        rounded(commonWidthM + nodes.widthChangeM()),
        nodes.points(referencePoint),
        List.copyOf(resolved));
  }

  private static double rounded(double widthM) {
    return Double.isNaN(widthM) ? widthM : Math.round(widthM * CENTIMETRES) / CENTIMETRES;
  }

  private void readAttributes(JsonCursor json) throws Rejection {
    hasAttributes = true;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "directional_use" -> readDirections(json);
        case "lane_type" -> readType(json);
        default -> json.skip();
      }
    }
  }

  private void readDirections(JsonCursor json) throws Rejection {
    json.enterArray();
    while (json.nextElement(2)) {
      String word = json.text(Limits.NAME_CHARS_MAX);
      isIngress |= word.equals("ingressPath");
      isEgress |= word.equals("egressPath");
    }
  }

  private void readType(JsonCursor json) throws Rejection {
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      type = LaneTypes.ofWord(field);
      json.skip();
    }
  }

  private void readConnections(JsonCursor json) throws Rejection {
    json.enterArray();
    while (json.nextElement(Limits.CONNECTIONS_MAX)) {
      connections.add(readConnection(json));
    }
  }

  private static RawConnection readConnection(JsonCursor json) throws Rejection {
    long toLaneId = ABSENT;
    @Nullable IntersectionKey remote = null;
    int signalGroupId = 0;
    int connectionId = NOT_GIVEN;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "connecting_lane" -> toLaneId = readConnectingLane(json);
        case "remote_intersections" -> remote = DsrcReader.readIntersection(json);
        case "signal_group" -> signalGroupId = json.count(0, INDEX_MAX);
        case "connection_id" -> connectionId = json.count(0, INDEX_MAX);
        default -> json.skip();
      }
    }
    json.require(toLaneId, "connecting_lane");
    return new RawConnection(toLaneId, remote, signalGroupId, connectionId);
  }

  private static long readConnectingLane(JsonCursor json) throws Rejection {
    long toLaneId = ABSENT;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      if (field.equals("lane")) {
        toLaneId = json.whole(0, LANE_ID_MAX);
      } else {
        json.skip();
      }
    }
    return json.require(toLaneId, "lane");
  }
}
