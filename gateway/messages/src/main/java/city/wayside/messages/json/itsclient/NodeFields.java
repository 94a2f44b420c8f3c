package city.wayside.messages.json.itsclient;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.messages.measure.LocalPlane;
import city.wayside.messages.measure.Quantity;
import city.wayside.model.area.GeoPoint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The nodes of a lane (NodeListXY) while they are read: offsets to the east and north from the
/// node before, or positions. A lane that is computed from another has none.
final class NodeFields {

  /// Stands for nodes that are not read yet.
  static final NodeFields NONE = new NodeFields();

  private static final double NOT_CHANGED_M = 0;

  private final List<Node> nodes = new ArrayList<>();

  /// One node.
  ///
  /// @param position where it is, or nothing when it is given by an offset
  /// @param widthChangeM by how much the lane grows wider here
  private record Node(
      double eastM, double northM, @Nullable GeoPoint position, double widthChangeM) {}

  private NodeFields() {}

  /// Reads the object on which the cursor stands.
  static NodeFields read(JsonCursor json) throws Rejection {
    NodeFields fields = new NodeFields();
    boolean isThere = false;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "nodes" -> {
          isThere = true;
          json.enterArray();
          while (json.nextElement(Limits.NODES_MAX)) {
            fields.nodes.add(readNode(json));
          }
        }
        case "computed" -> {
          isThere = true;
          json.skip();
        }
        default -> json.skip();
      }
    }
    json.require(isThere, "nodes");
    return fields;
  }

  /// By how much the lane is wider than the common width at its first node, the stop line.
  double widthChangeM() {
    return nodes.isEmpty() ? NOT_CHANGED_M : nodes.getFirst().widthChangeM;
  }

  /// The nodes as positions.
  ///
  /// @param referencePoint where the first one is measured from
  List<GeoPoint> points(GeoPoint referencePoint) {
    LocalPlane plane = new LocalPlane(referencePoint);
    List<GeoPoint> points = new ArrayList<>(nodes.size());
    GeoPoint origin = referencePoint;
    double eastM = 0;
    double northM = 0;
    for (Node node : nodes) {
      if (node.position != null) {
        // Offsets go on from here, on a plane that touches here.
        origin = node.position;
        plane = new LocalPlane(origin);
        eastM = 0;
        northM = 0;
        points.add(origin);
      } else {
        eastM += node.eastM;
        northM += node.northM;
        points.add(plane.at(eastM, northM));
      }
    }
    return List.copyOf(points);
  }

  private static Node readNode(JsonCursor json) throws Rejection {
    @Nullable Node delta = null;
    double widthChangeM = NOT_CHANGED_M;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "delta" -> delta = readDelta(json);
        case "attributes" -> widthChangeM = readWidthChange(json);
        default -> json.skip();
      }
    }
    Node place = json.require(delta, "delta");
    return new Node(place.eastM, place.northM, place.position, widthChangeM);
  }

  private static Node readDelta(JsonCursor json) throws Rejection {
    @Nullable Node delta = null;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "node_xy" -> delta = readOffset(json);
        case "node_lat_lon" -> delta = readLatLon(json);
        default -> json.skip();
      }
    }
    return json.require(delta, "node_xy");
  }

  private static Node readOffset(JsonCursor json) throws Rejection {
    double eastM = Double.NaN;
    double northM = Double.NaN;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "x" -> eastM = json.quantity(Quantity.NODE_OFFSET);
        case "y" -> northM = json.quantity(Quantity.NODE_OFFSET);
        default -> json.skip();
      }
    }
    json.require(!Double.isNaN(eastM), "x");
    json.require(!Double.isNaN(northM), "y");
    return new Node(eastM, northM, null, NOT_CHANGED_M);
  }

  private static Node readLatLon(JsonCursor json) throws Rejection {
    double latDeg = Double.NaN;
    double lonDeg = Double.NaN;
    boolean hasLat = false;
    boolean hasLon = false;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "lat" -> {
          latDeg = json.quantity(Quantity.LATITUDE);
          hasLat = true;
        }
        case "lon" -> {
          lonDeg = json.quantity(Quantity.LONGITUDE);
          hasLon = true;
        }
        default -> json.skip();
      }
    }
    json.require(hasLat, "lat");
    json.require(hasLon, "lon");
    return new Node(0, 0, new GeoPoint(latDeg, lonDeg), NOT_CHANGED_M);
  }

  private static double readWidthChange(JsonCursor json) throws Rejection {
    double widthChangeM = NOT_CHANGED_M;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      if (field.equals("d_width")) {
        widthChangeM = json.quantity(Quantity.NODE_OFFSET);
      } else {
        json.skip();
      }
    }
    return widthChangeM;
  }
}
