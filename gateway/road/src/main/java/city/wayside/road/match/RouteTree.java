package city.wayside.road.match;

import city.wayside.road.network.RoadNetwork;
import city.wayside.road.network.TurnBans;

/// The links that can be reached from a vehicle's possible places, with the shortest way to each;
/// one tree per place, all in one pool. Bounded by distance and by [#NODES_MAX].
final class RouteTree {

  /// How many nodes all trees of one report have together; what lies behind is not reached.
  static final int NODES_MAX = 1024;

  private static final int NODES_PER_PLACE_MAX = 400;
  private static final int SLOTS = 1024;

  final int[] link = new int[NODES_MAX];

  /// Distance from the place to the start of the node's link; negative at the root.
  final double[] startM = new double[NODES_MAX];

  /// The node before; -1 at the root.
  final int[] parent = new int[NODES_MAX];

  private final int[] slotNode = new int[SLOTS];
  private final int[] slotStamp = new int[SLOTS];
  private int stamp;
  private int count;
  private int first;

  void clear() {
    count = 0;
  }

  /// The first node of the tree that was grown last, its root.
  int first() {
    return first;
  }

  /// The end of all nodes, exclusive.
  int end() {
    return count;
  }

  /// Grows the tree of one place, by ascending distance as far as it matters: a shorter way that is
  /// found later moves the node under its new parent before its own successors are looked at again.
  void grow(RoadNetwork network, int rootLink, double offsetM, double reachM) {
    stamp++;
    first = count;
    if (count == NODES_MAX) {
      return;
    }
    add(rootLink, -offsetM, -1);
    TurnBans bans = network.turnBans();
    int limit = Math.min(NODES_MAX, first + NODES_PER_PLACE_MAX);
    for (int node = first; node < count; node++) {
      double endM = startM[node] + network.lengthM(link[node]);
      if (endM > reachM) {
        continue;
      }
      int last = network.successorsFrom(link[node] + 1);
      int firstBan = bans.longCount() == 0 ? bans.count() : bans.firstAt(link[node]);
      boolean mayBeBanned = bans.isAt(firstBan, link[node]);
      for (int i = network.successorsFrom(link[node]); i < last; i++) {
        if (!mayBeBanned || !isBanned(network, firstBan, node, network.successor(i))) {
          reach(network.successor(i), endM, node, limit);
        }
      }
    }
  }

  /// True when the way to a node may not go on to a link, as far as the way is known: where the
  /// vehicle came from before the tree's root is not.
  private boolean isBanned(RoadNetwork network, int firstBan, int node, int next) {
    TurnBans bans = network.turnBans();
    int target = network.isSegment(next) ? next : network.successor(network.successorsFrom(next));
    for (int ban = firstBan; bans.isAt(ban, link[node]); ban++) {
      int last = bans.segment(ban, bans.length(ban) - 1);
      if (last == target && cameAlong(network, bans, ban, node)) {
        return true;
      }
    }
    return false;
  }

  /// True when the way to a node ends with all segments of a ban but the last.
  private boolean cameAlong(RoadNetwork network, TurnBans bans, int ban, int node) {
    int place = bans.length(ban) - 2;
    for (int at = node; at >= 0; at = parent[at]) {
      if (network.isSegment(link[at])) {
        if (link[at] != bans.segment(ban, place)) {
          return false;
        }
        if (place-- == 0) {
          return true;
        }
      }
    }
    return false;
  }

  private void reach(int next, double nextStartM, int from, int limit) {
    int slot = slotOf(next);
    int known = slotStamp[slot] == stamp ? slotNode[slot] : -1;
    if (known < 0) {
      if (count < limit) {
        add(next, nextStartM, from);
      }
    } else if (known > from && nextStartM < startM[known]) {
      // Not expanded yet, so its successors will be reached by the shorter way.
      startM[known] = nextStartM;
      parent[known] = from;
    }
  }

  private void add(int newLink, double newStartM, int from) {
    int slot = slotOf(newLink);
    slotStamp[slot] = stamp;
    slotNode[slot] = count;
    link[count] = newLink;
    startM[count] = newStartM;
    parent[count++] = from;
  }

  private int slotOf(int wanted) {
    int slot = (wanted * 0x9E3779B1) >>> 22;
    while (slotStamp[slot] == stamp && link[slotNode[slot]] != wanted) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    return slot;
  }
}
