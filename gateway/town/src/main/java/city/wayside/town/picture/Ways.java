package city.wayside.town.picture;

import city.wayside.road.network.RoadNetwork;
import city.wayside.road.network.Segment;
import java.util.HashSet;
import java.util.Set;

/// Which segments have another one beside them that leads back through the same points.
final class Ways {

  private record Ends(double fromLatDeg, double fromLonDeg, double toLatDeg, double toLonDeg) {}

  private final Set<Ends> all = new HashSet<>();

  Ways(RoadNetwork network) {
    for (int index = 0; index < network.segmentCount(); index++) {
      all.add(ends(network.segment(index)));
    }
  }

  private static Ends ends(Segment segment) {
    int last = segment.latDeg().length - 1;
    return new Ends(
        segment.latDeg()[0], segment.lonDeg()[0], segment.latDeg()[last], segment.lonDeg()[last]);
  }

  boolean isOneway(Segment segment) {
    Ends ends = ends(segment);
    return !all.contains(
        new Ends(ends.toLatDeg(), ends.toLonDeg(), ends.fromLatDeg(), ends.fromLonDeg()));
  }
}
