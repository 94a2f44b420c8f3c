package city.wayside.road.network;

/// The links around a position, each once, unordered; filled by [RoadNetwork#near], to be reused.
/// When more than [#CAPACITY] links are near, the nearest are kept.
public final class Nearby {

  /// How many links one query finds at most.
  public static final int CAPACITY = 48;

  private final int[] link = new int[CAPACITY];
  private final double[] distanceM = new double[CAPACITY];
  private int count;

  /// For filling.
  public Nearby() {}

  /// How many links were found.
  public int count() {
    return count;
  }

  /// A link that was found.
  public int link(int place) {
    return link[place];
  }

  /// Its distance from the position.
  public double distanceM(int place) {
    return distanceM[place];
  }

  void clear() {
    count = 0;
  }

  void offer(int newLink, double newDistanceM) {
    int worst = 0;
    for (int i = 0; i < count; i++) {
      if (link[i] == newLink) {
        distanceM[i] = Math.min(distanceM[i], newDistanceM);
        return;
      }
      if (distanceM[i] > distanceM[worst]) {
        worst = i;
      }
    }
    if (count < CAPACITY) {
      link[count] = newLink;
      distanceM[count++] = newDistanceM;
    } else if (newDistanceM < distanceM[worst]) {
      link[worst] = newLink;
      distanceM[worst] = newDistanceM;
    }
  }
}
