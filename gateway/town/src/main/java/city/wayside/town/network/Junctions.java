package city.wayside.town.network;

import city.wayside.road.network.RoadNetwork;

/// Numbers the junctions of a network: the end of a segment and the starts of those that can be
/// driven next are one junction.
final class Junctions {

  private final int[] parent;

  /// The junctions of a network.
  Junctions(RoadNetwork network) {
    parent = new int[2 * network.segmentCount()];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
    }
    for (int segment = 0; segment < network.segmentCount(); segment++) {
      for (int next : network.successors(segment)) {
        join(end(segment), start(next));
      }
    }
    // Where nobody may turn the segments join all the same.
    for (int ban = 0; ban < network.turnBans().count(); ban++) {
      join(end(network.turnBans().segment(ban, 0)), start(network.turnBans().segment(ban, 1)));
    }
  }

  /// The junction where a segment starts.
  int from(int segment) {
    return root(start(segment));
  }

  /// The junction where a segment ends.
  int to(int segment) {
    return root(end(segment));
  }

  private static int start(int segment) {
    return 2 * segment;
  }

  private static int end(int segment) {
    return 2 * segment + 1;
  }

  private void join(int one, int other) {
    int low = Math.min(root(one), root(other));
    int high = Math.max(root(one), root(other));
    parent[high] = low;
  }

  private int root(int end) {
    int at = end;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}
