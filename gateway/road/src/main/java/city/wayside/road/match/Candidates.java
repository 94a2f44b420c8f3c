package city.wayside.road.match;

/// The links on which a report may lie, how well it fits each, and the cheapest way there.
final class Candidates {

  static final int CAPACITY = 96;

  /// The way of a candidate that no place of the vehicle leads to.
  static final int JUMP = -1;

  int count;
  final int[] link = new int[CAPACITY];
  final double[] offsetM = new double[CAPACITY];

  /// How badly position and heading fit the link; infinite when too far away.
  final double[] fitCost = new double[CAPACITY];

  /// The part of it that the heading makes.
  final double[] headingCost = new double[CAPACITY];

  /// Cost of the cheapest way there, all reports before included.
  final double[] wayCost = new double[CAPACITY];

  /// The place that the cheapest way comes from.
  final int[] place = new int[CAPACITY];

  /// The last node of the cheapest way, or [#JUMP].
  final int[] node = new int[CAPACITY];

  int find(int wanted) {
    for (int i = 0; i < count; i++) {
      if (link[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  int add(int newLink, double newOffsetM, double newFitCost) {
    link[count] = newLink;
    offsetM[count] = newOffsetM;
    fitCost[count] = newFitCost;
    wayCost[count] = Double.POSITIVE_INFINITY;
    place[count] = 0;
    node[count] = JUMP;
    return count++;
  }
}
