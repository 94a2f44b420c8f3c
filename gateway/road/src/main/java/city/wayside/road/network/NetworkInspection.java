package city.wayside.road.network;

import java.util.Arrays;
import java.util.function.ObjIntConsumer;

/// Looks through a finished topology for what is odd.
final class NetworkInspection {

  private final SegmentFacts facts;
  private final double[] lengthM;
  private final Shapes shapes;
  private final Topology topology;
  private final int segmentCount;
  private final int[] parent;
  private final boolean[] isReached;

  /// For a network of these parts.
  NetworkInspection(SegmentFacts facts, double[] lengthM, Shapes shapes, Topology topology) {
    this.facts = facts;
    this.lengthM = lengthM;
    this.shapes = shapes;
    this.topology = topology;
    segmentCount = facts.lanes().length;
    parent = new int[lengthM.length];
    Arrays.setAll(parent, link -> link);
    isReached = new boolean[lengthM.length];
    for (int link = 0; link < parent.length; link++) {
      for (int i = topology.start()[link]; i < topology.start()[link + 1]; i++) {
        isReached[topology.successors()[i]] = true;
        join(link, topology.successors()[i]);
      }
    }
  }

  /// Tells what is odd about the segments, in their order.
  void tell(ObjIntConsumer<Oddity> told) {
    int largest = largestPart();
    for (int segment = 0; segment < segmentCount; segment++) {
      boolean leads = topology.start()[segment] < topology.start()[segment + 1];
      boolean isJoined = leads || isReached[segment];
      tellIf(!isJoined && segmentCount > 1, Oddity.UNCONNECTED, segment, told);
      tellIf(isJoined && root(segment) != largest, Oddity.ISLAND, segment, told);
      tellIf(endsWhereItBegins(segment), Oddity.SELF_LOOP, segment, told);
      tellIf(!leads && isJoined, Oddity.DEAD_END, segment, told);
      tellIf(leads && !isReached[segment], Oddity.NO_WAY_IN, segment, told);
      tellIf(lengthM[segment] < Oddity.SHORT_M, Oddity.SHORT, segment, told);
      tellIf(lengthM[segment] > Oddity.LONG_M, Oddity.LONG, segment, told);
      boolean hasLimit = !Float.isNaN(facts.speedLimitMps()[segment]);
      tellIf(!hasLimit, Oddity.NO_SPEED_LIMIT, segment, told);
      tellIf(facts.lanes()[segment] == 0, Oddity.NO_LANES, segment, told);
    }
  }

  private static void tellIf(
      boolean isOdd, Oddity oddity, int segment, ObjIntConsumer<Oddity> told) {
    if (isOdd) {
      told.accept(oddity, segment);
    }
  }

  private boolean endsWhereItBegins(int segment) {
    int first = shapes.start()[segment];
    int last = shapes.start()[segment + 1] - 1;
    return shapes.latE7()[first] == shapes.latE7()[last]
        && shapes.lonE7()[first] == shapes.lonE7()[last];
  }

  /// The root of the part with most links.
  private int largestPart() {
    int[] size = new int[parent.length];
    int largest = 0;
    for (int link = 0; link < parent.length; link++) {
      int part = root(link);
      size[part]++;
      if (size[part] > size[largest]) {
        largest = part;
      }
    }
    return largest;
  }

  private void join(int one, int other) {
    int low = Math.min(root(one), root(other));
    int high = Math.max(root(one), root(other));
    parent[high] = low;
  }

  private int root(int link) {
    int at = link;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}
