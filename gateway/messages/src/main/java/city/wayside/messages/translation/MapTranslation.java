package city.wayside.messages.translation;

import city.wayside.messages.Standard;
import city.wayside.messages.Unpacked;
import city.wayside.messages.measure.Quantity;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.Tape;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.message.Decoded;
import city.wayside.model.signal.IntersectionKey;
import city.wayside.model.signal.IntersectionMap;
import city.wayside.model.signal.Lane;
import city.wayside.model.signal.Lane.Connection;
import city.wayside.model.signal.Lane.LaneType;
import java.util.ArrayList;
import java.util.List;

/// MAPEM (ETSI TS 103 301, protocolVersion 1 and 2) or MAP (SAE J2735) to the model.
///
/// Left out: road segments, which are no intersections; elevations; what nodes say besides their
/// place, also where a lane grows wider (dWidth); speed limits, manoeuvres, restrictions, overlaid
/// lanes, who else may use a lane, and regional extensions.
public final class MapTranslation {

  private static final long INGRESS = 0b10;
  private static final long EGRESS = 0b01;
  private static final int DIRECTIONS = 2;
  private static final int NO_SIGNALS = 0;
  private static final int NO_APPROACH = 0;
  private static final int NO_CONNECTION_ID = -1;

  private final MapPaths paths;

  /// The translation of a family.
  public MapTranslation(Standard standard) {
    this.paths = new MapPaths(standard);
  }

  /// Translates a message.
  ///
  /// @param receivedMs when it was received; a map holds at any time
  /// @return [Decoded.Maps], empty when there are only road segments; [Decoded.Undecodable] for a
  ///   message of another kind
  public Decoded read(Unpacked.Message message, long receivedMs) {
    Values map = paths.framing.open(message);
    if (map == null) {
      return paths.framing.wrongKind(message);
    }
    List<IntersectionMap> maps = new ArrayList<>();
    for (int i = 0; i < map.count(paths.intersections); i++) {
      maps.add(intersection(map.element(paths.intersections, i)));
    }
    return new Decoded.Maps(List.copyOf(maps));
  }

  private IntersectionMap intersection(Values intersection) {
    IntersectionKey key = paths.key.read(intersection);
    GeoPoint reference = paths.reference.read(intersection);
    double widthM = intersection.measure(paths.laneWidth, Quantity.LANE_WIDTH);
    LaneLines lines = new LaneLines(paths, intersection, reference);
    List<Lane> lanes = new ArrayList<>();
    for (int i = 0; i < intersection.count(paths.lanes); i++) {
      lanes.add(lane(intersection.element(paths.lanes, i), key, widthM, lines.nodes(i)));
    }
    return new IntersectionMap(
        key,
        (int) intersection.number(paths.revision, 0),
        Names.read(intersection, paths.name),
        reference,
        List.copyOf(lanes));
  }

  private Lane lane(Values lane, IntersectionKey key, double widthM, List<GeoPoint> nodes) {
    long direction = lane.tape().bits(lane.cell(paths.direction), 0, DIRECTIONS);
    boolean isIngress = (direction & INGRESS) != 0;
    boolean isEgress = (direction & EGRESS) != 0;
    long type = lane.tape().cell((int) lane.cell(paths.laneType));
    List<Connection> connections = new ArrayList<>();
    for (int i = 0; i < lane.count(paths.connections); i++) {
      connections.add(connection(lane.element(paths.connections, i), key));
    }
    return new Lane(
        (int) lane.number(paths.laneId, 0),
        SignalCodes.at(type, SignalCodes.LANE_TYPES, LaneType.OTHER),
        isIngress,
        isEgress,
        approach(lane, isEgress && !isIngress),
        widthM,
        nodes,
        List.copyOf(connections));
  }

  /// The approach of the lane's own direction, or else of the other one.
  private int approach(Values lane, boolean isOnlyEgress) {
    Path own = isOnlyEgress ? paths.egressApproach : paths.ingressApproach;
    Path other = isOnlyEgress ? paths.ingressApproach : paths.egressApproach;
    long approach = lane.number(own, NO_APPROACH);
    return (int) (approach == NO_APPROACH ? lane.number(other, NO_APPROACH) : approach);
  }

  private Connection connection(Values connection, IntersectionKey key) {
    boolean isRemote = connection.cell(paths.remoteIntersection) != Tape.ABSENT;
    return new Connection(
        (int) connection.number(paths.connectedLane, 0),
        isRemote ? paths.remoteKey.read(connection) : key,
        (int) connection.number(paths.signalGroup, NO_SIGNALS),
        (int) connection.number(paths.connectionId, NO_CONNECTION_ID));
  }
}
