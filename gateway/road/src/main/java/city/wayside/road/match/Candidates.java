package city.wayside.road.match;

/// The links on which a vehicle may be now, each with the cheapest way there.
final class Candidates {

  static final int CAPACITY = 96;

  /// The way of a candidate that no place of the vehicle leads to.
  static final int JUMP = -1;

  int count;
  final int[] link = new int[CAPACITY];

  /// Cost of the cheapest way there, all reports before and this one included.
  final double[] cost = new double[CAPACITY];

  /// Where on the link, and what is known of the errors; counted from the link's start.
  final Reckoning[] reckoning = new Reckoning[CAPACITY];

  /// The place that the cheapest way comes from.
  final int[] place = new int[CAPACITY];

  /// The last node of the cheapest way, or [#JUMP].
  final int[] node = new int[CAPACITY];

  Candidates() {
    for (int i = 0; i < CAPACITY; i++) {
      reckoning[i] = new Reckoning();
    }
  }

  /// Takes a way to a link, unless a cheaper one is known or there are too many links.
  void offer(int newLink, int newPlace, int newNode, double newCost, Reckoning found) {
    int at = find(newLink);
    if (at < 0 && count < CAPACITY) {
      at = count++;
      link[at] = newLink;
      cost[at] = Double.POSITIVE_INFINITY;
    }
    if (at >= 0 && newCost < cost[at]) {
      cost[at] = newCost;
      place[at] = newPlace;
      node[at] = newNode;
      reckoning[at].copyFrom(found);
    }
  }

  private int find(int wanted) {
    for (int i = 0; i < count; i++) {
      if (link[i] == wanted) {
        return i;
      }
    }
    return -1;
  }
}
