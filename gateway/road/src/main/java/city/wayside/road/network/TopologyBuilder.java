package city.wayside.road.network;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// Finds what can be driven after what, and has connectors drawn where ends do not touch.
final class TopologyBuilder {

  private final int[] fromNode;
  private final int[] toNode;
  private final Connectors connectors;
  private final int[] startsFirst;
  private final int[] startsAt;
  private final boolean[] drawnInside;
  private final Set<Long> banned = new HashSet<>();
  private final IntList connectorSources = new IntList();
  private final IntList connectorTargets = new IntList();
  private final double[] nearGapM = new double[Connectors.SUCCESSORS_MAX];
  private final int[] near = new int[Connectors.SUCCESSORS_MAX];
  private int nearCount;

  /// For segments between numbered nodes.
  TopologyBuilder(
      int[] fromNode,
      int[] toNode,
      int nodeCount,
      ShapesBuilder shapes,
      LocalPlane plane,
      TurnBans bans) {
    for (int ban = 0; ban < bans.count() - bans.longCount(); ban++) {
      banned.add(turn(bans.segment(ban, 0), bans.segment(ban, 1)));
    }
    this.fromNode = fromNode;
    this.toNode = toNode;
    connectors = new Connectors(shapes, plane);
    startsFirst = new int[nodeCount + 1];
    startsAt = new int[fromNode.length];
    drawnInside = new boolean[nodeCount];
    for (int node : fromNode) {
      startsFirst[node + 1]++;
    }
    for (int node = 0; node < nodeCount; node++) {
      startsFirst[node + 1] += startsFirst[node];
    }
    int[] next = Arrays.copyOf(startsFirst, nodeCount);
    for (int segment = 0; segment < fromNode.length; segment++) {
      startsAt[next[fromNode[segment]]++] = segment;
      if (isInsideJunction(segment)) {
        drawnInside[fromNode[segment]] = true;
      }
    }
  }

  private static long turn(int from, int to) {
    return ((long) from << 32) | to;
  }

  private boolean isBanned(int from, int to) {
    return !banned.isEmpty() && banned.contains(turn(from, to));
  }

  /// A segment from a node to the same node that does not return to its first point leads through a
  /// junction: the source draws the junction's inside.
  private boolean isInsideJunction(int segment) {
    return fromNode[segment] == toNode[segment]
        && connectors.gapM(segment, segment) > 0
        && connectors.gapM(segment, segment) <= Connectors.GAP_M_MAX;
  }

  /// The successors of every link; `lengths` receives the lengths of the connectors that were
  /// drawn.
  Topology build(LengthList lengths) {
    int segments = fromNode.length;
    IntList start = new IntList();
    IntList successors = new IntList();
    for (int segment = 0; segment < segments; segment++) {
      start.add(successors.size());
      findNear(segment);
      for (int i = 0; i < nearCount; i++) {
        boolean touches = nearGapM[i] <= Connectors.TOUCH_M || drawnInside[toNode[segment]];
        if (touches) {
          successors.add(near[i]);
        } else {
          successors.add(segments + connectorTargets.size());
          connectorSources.add(segment);
          connectorTargets.add(near[i]);
          lengths.add(connectors.add(segment, near[i]));
        }
      }
    }
    for (int i = 0; i < connectorTargets.size(); i++) {
      start.add(successors.size());
      successors.add(connectorTargets.get(i));
    }
    start.add(successors.size());
    return new Topology(start.toArray(), successors.toArray(), connectorSources.toArray());
  }

  /// Collects the segments that can follow, nearest first.
  private void findNear(int segment) {
    nearCount = 0;
    int node = toNode[segment];
    boolean drawn = drawnInside[node];
    double gapMaxM = drawn ? Connectors.DRAWN_LANE_M_MAX : Connectors.GAP_M_MAX;
    for (int i = startsFirst[node]; i < startsFirst[node + 1]; i++) {
      int next = startsAt[i];
      double gapM = connectors.gapM(segment, next);
      if (gapM <= gapMaxM && !(drawn && next == segment) && !isBanned(segment, next)) {
        insert(next, gapM);
      }
    }
  }

  private void insert(int next, double gapM) {
    if (nearCount == near.length && gapM >= nearGapM[nearCount - 1]) {
      return;
    }
    int place = nearCount < near.length ? nearCount++ : nearCount - 1;
    while (place > 0 && nearGapM[place - 1] > gapM) {
      near[place] = near[place - 1];
      nearGapM[place] = nearGapM[place - 1];
      place--;
    }
    near[place] = next;
    nearGapM[place] = gapM;
  }
}
