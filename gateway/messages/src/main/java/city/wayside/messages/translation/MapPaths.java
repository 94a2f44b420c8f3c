package city.wayside.messages.translation;

import city.wayside.messages.Standard;
import city.wayside.messages.uper.ChoiceType;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.SequenceType;

/// The ways to the values of maps of intersections, of one family. Read and written alike.
final class MapPaths {

  /// Kinds of node that are offsets in metres, from the smallest to the largest.
  static final int OFFSET_KINDS = 6;

  final Framing framing;
  final Path issue;
  final Path layerType;
  final Path intersections;

  final SequenceType intersection;
  final Path name;
  final IntersectionPlace key;
  final Path revision;
  final PositionPlace reference;
  final Path laneWidth;
  final Path lanes;

  final SequenceType lane;
  final Path laneId;
  final Path ingressApproach;
  final Path egressApproach;
  final Path direction;
  final Path sharedWith;
  final Path laneType;
  final Path[] laneTypes;
  final Path nodes;
  final ComputedLanePaths computed;
  final Path connections;

  final SequenceType node;
  final Path delta;
  final Path[] eastOffsets = new Path[OFFSET_KINDS];
  final Path[] northOffsets = new Path[OFFSET_KINDS];
  final PositionPlace nodePosition;

  final SequenceType connection;
  final Path connectedLane;
  final Path remoteIntersection;
  final IntersectionPlace remoteKey;
  final Path signalGroup;
  final Path connectionId;

  MapPaths(Standard standard) {
    framing = Framing.of(standard, "mapem", "map", "map", "MapData");
    issue = Path.of(framing.type(), "msgIssueRevision");
    layerType = Path.of(framing.type(), "layerType");
    intersections = Path.of(framing.type(), "intersections");

    intersection = SpatPaths.element(intersections);
    name = Path.of(intersection, "name");
    key = IntersectionPlace.in(intersection, "id");
    revision = Path.of(intersection, "revision");
    reference = PositionPlace.of(intersection, "refPoint.lat", "refPoint.long");
    laneWidth = Path.of(intersection, "laneWidth");
    lanes = Path.of(intersection, "laneSet");

    lane = SpatPaths.element(lanes);
    laneId = Path.of(lane, "laneID");
    ingressApproach = Path.of(lane, "ingressApproach");
    egressApproach = Path.of(lane, "egressApproach");
    direction = Path.of(lane, "laneAttributes.directionalUse");
    sharedWith = Path.of(lane, "laneAttributes.sharedWith");
    laneType = Path.of(lane, "laneAttributes.laneType");
    laneTypes =
        ((ChoiceType) laneType.target())
            .alternatives().stream()
                .map(type -> Path.of(lane, "laneAttributes.laneType." + type.name()))
                .toArray(Path[]::new);
    nodes = Path.of(lane, "nodeList.nodes");
    computed = new ComputedLanePaths(lane);
    connections = Path.of(lane, "connectsTo");

    node = SpatPaths.element(nodes);
    delta = Path.of(node, "delta");
    for (int i = 0; i < OFFSET_KINDS; i++) {
      eastOffsets[i] = Path.of(node, "delta.node-XY" + (i + 1) + ".x");
      northOffsets[i] = Path.of(node, "delta.node-XY" + (i + 1) + ".y");
    }
    nodePosition = PositionPlace.of(node, "delta.node-LatLon.lat", "delta.node-LatLon.lon");

    connection = SpatPaths.element(connections);
    connectedLane = Path.of(connection, "connectingLane.lane");
    remoteIntersection = Path.of(connection, "remoteIntersection");
    remoteKey = IntersectionPlace.in(connection, "remoteIntersection");
    signalGroup = Path.of(connection, "signalGroup");
    connectionId = Path.of(connection, "connectionID");
  }
}
