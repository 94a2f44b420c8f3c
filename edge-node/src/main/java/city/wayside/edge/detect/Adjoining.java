package city.wayside.edge.detect;

import city.wayside.road.network.RoadNetwork;

/// Which segments lead into which, and how far it is along them. Any thread.
final class Adjoining {

  private final RoadNetwork network;

  // Those of segment `i` are at `start[i]` to `start[i + 1]`, exclusive.
  private final int[] successors;
  private final int[] successorsStart;
  private final int[] predecessors;
  private final int[] predecessorsStart;

  Adjoining(RoadNetwork network) {
    this.network = network;
    int count = network.segmentCount();
    successorsStart = new int[count + 1];
    predecessorsStart = new int[count + 1];
    for (int segment = 0; segment < count; segment++) {
      int[] next = network.successors(segment);
      successorsStart[segment + 1] = successorsStart[segment] + next.length;
      for (int each : next) {
        predecessorsStart[each + 1]++;
      }
    }
    for (int segment = 0; segment < count; segment++) {
      predecessorsStart[segment + 1] += predecessorsStart[segment];
    }
    successors = new int[successorsStart[count]];
    predecessors = new int[successors.length];
    int[] filled = new int[count];
    for (int segment = 0; segment < count; segment++) {
      int[] next = network.successors(segment);
      System.arraycopy(next, 0, successors, successorsStart[segment], next.length);
      for (int each : next) {
        predecessors[predecessorsStart[each] + filled[each]++] = segment;
      }
    }
  }

  /// How many segments can be driven after a segment.
  int successorsCount(int segment) {
    return successorsStart[segment + 1] - successorsStart[segment];
  }

  /// One of them.
  int successor(int segment, int place) {
    return successors[successorsStart[segment] + place];
  }

  /// From how many segments a segment can be reached.
  int predecessorsCount(int segment) {
    return predecessorsStart[segment + 1] - predecessorsStart[segment];
  }

  /// One of them.
  int predecessor(int segment, int place) {
    return predecessors[predecessorsStart[segment] + place];
  }

  /// True when a segment ends only because the next one begins: nobody waits there for others.
  boolean goesOn(int segment) {
    return successorsCount(segment) == 1 && predecessorsCount(successor(segment, 0)) == 1;
  }

  /// True when one leads into the other, whichever, or both are the same.
  boolean areNear(int one, int other) {
    return one == other || leadsTo(one, other) || leadsTo(other, one);
  }

  private boolean leadsTo(int from, int to) {
    for (int i = successorsStart[from]; i < successorsStart[from + 1]; i++) {
      if (successors[i] == to) {
        return true;
      }
    }
    return false;
  }

  /// How far it is along the road from one place to another, whichever comes first; infinite when
  /// they are on segments that do not adjoin.
  double apartM(int one, double oneOffsetM, int other, double otherOffsetM) {
    if (one == other) {
      return Math.abs(oneOffsetM - otherOffsetM);
    }
    if (leadsTo(one, other)) {
      return network.lengthM(one) - oneOffsetM + acrossM(one, other) + otherOffsetM;
    }
    if (leadsTo(other, one)) {
      return network.lengthM(other) - otherOffsetM + acrossM(other, one) + oneOffsetM;
    }
    return Double.POSITIVE_INFINITY;
  }

  /// Across the junction between two segments, straight.
  private double acrossM(int from, int to) {
    double endM = network.lengthM(from);
    double eastM =
        network.plane().eastM(network.lonDeg(to, 0))
            - network.plane().eastM(network.lonDeg(from, endM));
    double northM =
        network.plane().northM(network.latDeg(to, 0))
            - network.plane().northM(network.latDeg(from, endM));
    return Math.hypot(eastM, northM);
  }
}
