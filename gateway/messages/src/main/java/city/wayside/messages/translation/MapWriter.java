package city.wayside.messages.translation;

import city.wayside.messages.Standard;
import city.wayside.messages.measure.LocalPlane;
import city.wayside.messages.measure.Quantity;
import city.wayside.messages.uper.Draft;
import city.wayside.messages.uper.EnumeratedType;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.StringType;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.signal.IntersectionKey;
import city.wayside.model.signal.IntersectionMap;
import city.wayside.model.signal.Lane;
import city.wayside.model.signal.Lane.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Maps of intersections to MAPEM (ETSI TS 103 301, protocolVersion 2) or MAP (SAE J2735-2024).
///
/// A lane without two nodes, or of a type that the standard does not have, is left out. Of each
/// lane the first 63 nodes are sent, and of the widths the one that most lanes have.
public final class MapWriter {

  /// Nodes that a lane may have in a message.
  static final int NODES_MAX = 63;

  private static final int NODES_MIN = 2;
  private static final double STEPS_PER_M = 100;
  private static final int NO_APPROACH = 0;
  private static final int NO_SIGNALS = 0;
  private static final int NO_CONNECTION_ID = -1;
  private static final String LAYER_TYPE = "intersectionData";

  private final MapPaths paths;

  /// The writer of a family.
  public MapWriter(Standard standard) {
    this.paths = new MapPaths(standard);
  }

  /// Writes a message.
  ///
  /// @param maps one to 32 intersections of one to 255 lanes
  /// @param stationId who sends it, 0 to 4,294,967,295; not in SAE's messages
  public Packed write(List<IntersectionMap> maps, long stationId) {
    return paths.framing.pack(
        stationId,
        (draft, map) -> {
          // Intersections have revisions of their own; the message's is 0 by the standard's advice.
          draft.put(map, paths.issue, 0);
          EnumeratedType layers = (EnumeratedType) paths.layerType.target();
          draft.put(map, paths.layerType, layers.position(LAYER_TYPE));
          long[] cells = new long[maps.size()];
          for (int i = 0; i < cells.length; i++) {
            cells[i] = intersection(draft, maps.get(i));
          }
          draft.put(map, paths.intersections, draft.list(cells));
        });
  }

  private long intersection(Draft draft, IntersectionMap map) throws Malformed {
    long cell = draft.sequence(paths.intersection);
    Names.write(draft, cell, paths.name, map.name());
    paths.key.write(draft, cell, map.intersection());
    draft.put(cell, paths.revision, map.revision());
    GeoPoint reference = paths.reference.write(draft, cell, map.referencePoint(), "referencePoint");
    putWidth(draft, cell, map.lanes());
    long[] cells = new long[map.lanes().size()];
    int count = 0;
    for (Lane lane : map.lanes()) {
      if (lane.nodes().size() >= NODES_MIN && SignalCodes.LANE_TYPES.contains(lane.type())) {
        cells[count++] = lane(draft, lane, map.intersection(), new LocalPlane(reference));
      }
    }
    draft.put(cell, paths.lanes, draft.list(cells, count));
    return cell;
  }

  private void putWidth(Draft draft, long cell, List<Lane> lanes) throws Malformed {
    Map<Double, Integer> counts = new HashMap<>();
    double mostM = Double.NaN;
    for (Lane lane : lanes) {
      if (!Double.isNaN(lane.widthM())) {
        int count = counts.merge(lane.widthM(), 1, Integer::sum);
        mostM =
            count > counts.getOrDefault(mostM, 0) || Double.isNaN(mostM) ? lane.widthM() : mostM;
      }
    }
    if (!Double.isNaN(mostM)) {
      if (mostM < 0 || Double.isInfinite(mostM)) {
        throw Framing.impossible("widthM is " + mostM + ", must be 0 or more");
      }
      draft.put(cell, paths.laneWidth, Quantity.LANE_WIDTH.wireOf(mostM));
    }
  }

  private long lane(Draft draft, Lane lane, IntersectionKey key, LocalPlane plane)
      throws Malformed {
    long cell = draft.sequence(paths.lane);
    draft.put(cell, paths.laneId, lane.laneId());
    if (lane.approachId() != NO_APPROACH) {
      boolean isOnlyEgress = lane.isEgress() && !lane.isIngress();
      draft.put(
          cell, isOnlyEgress ? paths.egressApproach : paths.ingressApproach, lane.approachId());
    }
    int direction = (lane.isIngress() ? 0b10 : 0) | (lane.isEgress() ? 0b01 : 0);
    putBits(draft, cell, paths.direction, direction);
    putBits(draft, cell, paths.sharedWith, 0);
    putBits(draft, cell, paths.laneTypes[SignalCodes.LANE_TYPES.indexOf(lane.type())], 0);
    draft.put(cell, paths.nodes, nodes(draft, lane, plane));
    if (!lane.connections().isEmpty()) {
      long[] cells = new long[lane.connections().size()];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = connection(draft, lane.connections().get(i), key);
      }
      draft.put(cell, paths.connections, draft.list(cells));
    }
    return cell;
  }

  private static void putBits(Draft draft, long cell, Path path, int number) throws Malformed {
    int count = ((StringType) path.target()).lengthMin();
    draft.put(cell, path, SpatWriter.bits(draft, path, number, count));
  }

  /// The nodes as steps from one to the next. Each step starts at where readers will see the node
  /// before, so that rounding does not add up.
  private long nodes(Draft draft, Lane lane, LocalPlane plane) throws Malformed {
    int count = Math.min(lane.nodes().size(), NODES_MAX);
    long[] cells = new long[count];
    double x = 0;
    double y = 0;
    for (int i = 0; i < count; i++) {
      GeoPoint node = lane.nodes().get(i);
      String what = "a node of lane " + lane.laneId();
      long cell = draft.sequence(paths.node);
      cells[i] = cell;
      if (!node.isPosition() || !LaneLines.isWithinReach(plane.eastM(node), plane.northM(node))) {
        throw Framing.impossible(
            what + " is not within " + LaneLines.REACH_MAX_M + " m of the reference point");
      }
      long east = Math.round((plane.eastM(node) - x) * STEPS_PER_M);
      long north = Math.round((plane.northM(node) - y) * STEPS_PER_M);
      int kind = smallestKind(east, north);
      if (kind < MapPaths.OFFSET_KINDS) {
        draft.put(cell, paths.eastOffsets[kind], east);
        draft.put(cell, paths.northOffsets[kind], north);
        x += Quantity.NODE_OFFSET.valueOf(east);
        y += Quantity.NODE_OFFSET.valueOf(north);
      } else {
        GeoPoint sent = paths.nodePosition.write(draft, cell, node, what);
        x = plane.eastM(sent);
        y = plane.northM(sent);
      }
    }
    return draft.list(cells);
  }

  /// The smallest kind of node that has a step, or [MapPaths#OFFSET_KINDS] for one that is too
  /// long.
  private int smallestKind(long east, long north) {
    for (int kind = 0; kind < MapPaths.OFFSET_KINDS; kind++) {
      IntegerType offsets = (IntegerType) paths.eastOffsets[kind].target();
      if (offsets.has(east) && offsets.has(north)) {
        return kind;
      }
    }
    return MapPaths.OFFSET_KINDS;
  }

  private long connection(Draft draft, Connection connection, IntersectionKey key)
      throws Malformed {
    long cell = draft.sequence(paths.connection);
    draft.put(cell, paths.connectedLane, connection.laneId());
    if (!connection.intersection().equals(key)) {
      paths.remoteKey.write(draft, cell, connection.intersection());
    }
    if (connection.signalGroupId() != NO_SIGNALS) {
      draft.put(cell, paths.signalGroup, connection.signalGroupId());
    }
    if (connection.connectionId() != NO_CONNECTION_ID) {
      draft.put(cell, paths.connectionId, connection.connectionId());
    }
    return cell;
  }
}
