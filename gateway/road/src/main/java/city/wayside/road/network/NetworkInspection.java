package city.wayside.road.network;

import java.util.Arrays;

/// Looks through a finished topology for what is odd.
final class NetworkInspection {

  private final SegmentIds ids;
  private final SegmentFacts facts;
  private final double[] lengthM;
  private final ShapesBuilder shapes;
  private final Topology topology;
  private final int segmentCount;
  private final int[] parent;
  private final boolean[] isReached;

  /// For a network of these parts.
  NetworkInspection(
      SegmentIds ids,
      SegmentFacts facts,
      double[] lengthM,
      ShapesBuilder shapes,
      Topology topology) {
    this.ids = ids;
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

  /// Counts what is odd about the segments.
  void note(OddityCount oddities) {
    int largest = largestPart();
    for (int segment = 0; segment < segmentCount; segment++) {
      boolean leads = topology.start()[segment] < topology.start()[segment + 1];
      boolean isJoined = leads || isReached[segment];
      noteIf(!isJoined && segmentCount > 1, Oddity.UNCONNECTED, segment, oddities);
      noteIf(isJoined && root(segment) != largest, Oddity.ISLAND, segment, oddities);
      noteIf(endsWhereItBegins(segment), Oddity.SELF_LOOP, segment, oddities);
      noteIf(!leads && isJoined, Oddity.DEAD_END, segment, oddities);
      noteIf(leads && !isReached[segment], Oddity.NO_WAY_IN, segment, oddities);
      noteIf(lengthM[segment] < Oddity.SHORT_M, Oddity.SHORT, segment, oddities);
      noteIf(lengthM[segment] > Oddity.LONG_M, Oddity.LONG, segment, oddities);
      boolean hasLimit = !Float.isNaN(facts.speedLimitMps()[segment]);
      noteIf(!hasLimit, Oddity.NO_SPEED_LIMIT, segment, oddities);
      noteIf(facts.lanes()[segment] == 0, Oddity.NO_LANES, segment, oddities);
    }
  }

  private void noteIf(boolean isOdd, Oddity oddity, int segment, OddityCount oddities) {
    if (isOdd) {
      oddities.note(oddity, segment, ids);
    }
  }

  private boolean endsWhereItBegins(int segment) {
    int first = shapes.firstPoint(segment);
    int last = shapes.lastPoint(segment);
    return shapes.latDeg(first) == shapes.latDeg(last)
        && shapes.lonDeg(first) == shapes.lonDeg(last);
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
