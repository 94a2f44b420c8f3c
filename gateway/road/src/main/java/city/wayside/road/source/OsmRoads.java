package city.wayside.road.source;

import city.wayside.road.network.Level;
import city.wayside.road.network.Oddity;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.network.RoadNetworkBuilder;
import city.wayside.road.network.SegmentDraft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes directed segments of OpenStreetMap nodes and ways: ways are cut where they meet, and two
/// segments are made where both directions are driven.
///
/// A segment's id is `way:firstNode-lastNode`, and `:f` in the way's direction or `:b` against it,
/// so it stays the same as long as the mappers leave that piece of road alone. Where an extract
/// cuts a way off, the part that has its nodes is kept.
final class OsmRoads {

  /// How many nodes one way may have; OpenStreetMap itself allows 2,000.
  static final int WAY_NODES_MAX = 20_000;

  private record Way(
      long id,
      long[] nodes,
      String name,
      String roadClass,
      Highway.Direction direction,
      double forwardMps,
      double backwardMps,
      int forwardLanes,
      int backwardLanes,
      Level level) {}

  private final String fileName;
  private final OsmNodes nodes = new OsmNodes();
  private final List<Way> ways = new ArrayList<>();
  private final Map<String, String> words = new HashMap<>();
  private final RoadNetworkBuilder network = new RoadNetworkBuilder();
  private final OsmRestrictions restrictions = new OsmRestrictions(network);

  OsmRoads(String fileName) {
    this.fileName = fileName;
  }

  void addNode(long id, double latDeg, double lonDeg) {
    if (!nodes.add(id, latDeg, lonDeg)) {
      network.note(Oddity.COORDINATES_IMPOSSIBLE, Long.toString(id));
    }
  }

  /// Keeps a way if it is a road.
  void addWay(long id, long[] wayNodes, int count, WayTags tags) {
    if (count < 2 || !Highway.isDrivable(tags)) {
      return;
    }
    if (count > WAY_NODES_MAX) {
      throw new IllegalArgumentException(
          "way " + id + " with " + count + " nodes: allowed are at most " + WAY_NODES_MAX);
    }
    if (ways.size() == RoadNetworkBuilder.SEGMENTS_MAX) {
      throw new IllegalArgumentException(
          "more roads than allowed: at most " + RoadNetworkBuilder.SEGMENTS_MAX);
    }
    ways.add(
        new Way(
            id,
            Arrays.copyOf(wayNodes, count),
            once(tags.name),
            once(tags.highway),
            Highway.direction(tags),
            Highway.speedLimitMps(tags, true),
            Highway.speedLimitMps(tags, false),
            Highway.lanes(tags, true),
            Highway.lanes(tags, false),
            Highway.level(tags)));
  }

  /// Keeps a relation if it is a turn restriction.
  void addRelation(OsmRelation relation) {
    restrictions.add(relation);
  }

  /// When the map was as the file has it; `null` when nothing tells it.
  void setMapDate(@Nullable Instant mapDate) {
    network.setMapDate(mapDate);
  }

  private String once(String word) {
    String known = words.putIfAbsent(word, word);
    return known == null ? word : known;
  }

  RoadNetwork build() throws NetworkException {
    for (Way way : ways) {
      countUses(way);
    }
    try {
      for (Way way : ways) {
        cut(way);
      }
      restrictions.apply();
      return network.build();
    } catch (IllegalArgumentException refused) {
      throw new NetworkException(fileName + ": " + refused.getMessage(), refused);
    }
  }

  private void countUses(Way way) {
    for (int i = 0; i < way.nodes.length; i++) {
      int node = nodes.find(way.nodes[i]);
      if (node >= 0) {
        boolean isEnd = i == 0 || i == way.nodes.length - 1;
        nodes.use(node, isEnd ? 2 : 1);
      }
    }
  }

  private void cut(Way way) {
    int first = 0;
    boolean isComplete = true;
    for (int i = 0; i < way.nodes.length; i++) {
      int node = nodes.find(way.nodes[i]);
      if (node < 0) {
        addPieces(way, first, i - 1);
        first = i + 1;
        isComplete = false;
      } else if ((i > first && nodes.isJunction(node))
          || i - first == SegmentDraft.POINTS_MAX - 1) {
        addPieces(way, first, i);
        first = i;
      }
    }
    addPieces(way, first, way.nodes.length - 1);
    if (!isComplete) {
      network.note(Oddity.WAY_CUT_OFF, Long.toString(way.id));
    }
  }

  private void addPieces(Way way, int first, int last) {
    if (last - first < 1) {
      return;
    }
    double[] latDeg = new double[last - first + 1];
    double[] lonDeg = new double[latDeg.length];
    for (int i = 0; i < latDeg.length; i++) {
      int node = nodes.find(way.nodes[first + i]);
      latDeg[i] = nodes.latDeg(node);
      lonDeg[i] = nodes.lonDeg(node);
    }
    String id = way.id + ":" + way.nodes[first] + "-" + way.nodes[last];
    if (way.direction != Highway.Direction.BACKWARD) {
      add(way, id + ":f", true, way.nodes[first], way.nodes[last], latDeg, lonDeg);
    }
    if (way.direction != Highway.Direction.FORWARD) {
      add(
          way,
          id + ":b",
          false,
          way.nodes[last],
          way.nodes[first],
          reversed(latDeg),
          reversed(lonDeg));
    }
  }

  private void add(
      Way way, String id, boolean isForward, long from, long to, double[] latDeg, double[] lonDeg) {
    boolean isNew =
        network.add(
            new SegmentDraft(
                id,
                way.name,
                way.roadClass,
                Double.NaN,
                isForward ? way.forwardMps : way.backwardMps,
                isForward ? way.forwardLanes : way.backwardLanes,
                Long.toString(from),
                Long.toString(to),
                latDeg,
                lonDeg,
                way.level));
    if (isNew) {
      restrictions.addPiece(way.id, id, from, to);
    }
  }

  private static double[] reversed(double[] values) {
    double[] turned = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      turned[i] = values[values.length - 1 - i];
    }
    return turned;
  }
}
