package city.wayside.messages.translation;

import city.wayside.messages.measure.LocalPlane;
import city.wayside.messages.measure.Quantity;
import city.wayside.messages.uper.Tape;
import city.wayside.model.area.GeoPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The middle lines of the lanes of one intersection, worked out once for all of them.
///
/// Nodes are offsets from the node before, the first one from the reference point; all of them lie
/// in the plane that touches the earth there. A line ends before a node whose position is not
/// known. A computed lane follows from the first lane with the number that it names; it has no line
/// when there is none, or when computed lanes follow from each other in a circle. Each line is made
/// once, so that the work grows with the number of nodes that result.
final class LaneLines {

  static final double[] NO_LINE = {};

  /// How far from the reference point a node may be along an axis: five times what the most and
  /// longest steps reach. What is further belongs to no intersection.
  static final double REACH_MAX_M = 100_000;

  private static final int LANE_IDS = 256;
  private static final int NO_LANE = -1;

  private final MapPaths paths;
  private final Values intersection;
  private final LocalPlane plane;
  private final int[] laneById = new int[LANE_IDS];

  /// By the lane's place: x and y in turn, in metres.
  private final double[][] lines;

  private final boolean[] made;

  /// The lanes on the way to the one that others follow from.
  private final int[] chain;

  LaneLines(MapPaths paths, Values intersection, GeoPoint reference) {
    this.paths = paths;
    this.intersection = intersection;
    this.plane = new LocalPlane(reference);
    int count = intersection.count(paths.lanes);
    this.lines = new double[count][];
    this.made = new boolean[count];
    this.chain = new int[count];
    Arrays.fill(laneById, NO_LANE);
    for (int i = count - 1; i >= 0; i--) {
      laneById[(int) lane(i).number(paths.laneId, 0)] = i;
    }
    for (int i = 0; i < count; i++) {
      make(i);
    }
  }

  private Values lane(int index) {
    return intersection.element(paths.lanes, index);
  }

  /// Makes the line of a lane, and before it those that it follows from.
  private void make(int index) {
    int length = 0;
    int at = index;
    while (at != NO_LANE && !made[at]) {
      // What is met again has no line yet, which ends a circle.
      made[at] = true;
      lines[at] = NO_LINE;
      chain[length++] = at;
      long reference = paths.computed.referenceLaneId(lane(at));
      at = reference == Tape.ABSENT ? NO_LANE : laneById[(int) reference];
    }
    double[] line = at == NO_LANE ? NO_LINE : lines[at];
    while (length > 0) {
      int last = chain[--length];
      Values lane = lane(last);
      boolean isComputed = paths.computed.referenceLaneId(lane) != Tape.ABSENT;
      line = isComputed ? paths.computed.line(lane, line) : ofNodes(lane);
      lines[last] = line;
    }
  }

  private double[] ofNodes(Values lane) {
    int count = lane.count(paths.nodes);
    double[] line = new double[2 * count];
    double x = 0;
    double y = 0;
    for (int i = 0; i < count; i++) {
      Values node = lane.element(paths.nodes, i);
      int kind = (int) node.tape().cell((int) node.cell(paths.delta));
      if (kind < MapPaths.OFFSET_KINDS) {
        x += node.measure(paths.eastOffsets[kind], Quantity.NODE_OFFSET);
        y += node.measure(paths.northOffsets[kind], Quantity.NODE_OFFSET);
      } else {
        GeoPoint position = paths.nodePosition.read(node);
        x = plane.eastM(position);
        y = plane.northM(position);
      }
      if (Double.isNaN(x) || Double.isNaN(y)) {
        return Arrays.copyOf(line, 2 * i);
      }
      line[2 * i] = x;
      line[2 * i + 1] = y;
    }
    return line;
  }

  /// The nodes of a lane; empty when its line is not known or leaves its surroundings.
  ///
  /// @param index the lane's place in the intersection
  List<GeoPoint> nodes(int index) {
    double[] line = lines[index];
    List<GeoPoint> nodes = new ArrayList<>(line.length / 2);
    for (int i = 0; i < line.length; i += 2) {
      GeoPoint node = plane.at(line[i], line[i + 1]);
      // Near the poles a few metres are many degrees.
      if (!isWithinReach(line[i], line[i + 1]) || !node.isPosition()) {
        return List.of();
      }
      nodes.add(node);
    }
    return List.copyOf(nodes);
  }

  /// Tells whether a node is near enough to the reference point; `NaN` is not.
  static boolean isWithinReach(double eastM, double northM) {
    return Math.abs(eastM) <= REACH_MAX_M && Math.abs(northM) <= REACH_MAX_M;
  }
}
