package city.wayside.grid.rollup;

import city.wayside.model.traffic.SegmentTally;
import city.wayside.model.traffic.StationSketch;
import city.wayside.road.place.Zone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts the distinct vehicles of each zone: a vehicle that drove on several of its segments is
/// counted once. Exact below [StationSketch#CAPACITY] vehicles, else within about 6 %.
final class ZoneCounting {

  private final List<Zone> zones;
  private final Map<Integer, List<Integer>> zonesOfSegment = new HashMap<>();

  ZoneCounting(List<Zone> zones) {
    this.zones = zones;
    for (int zone = 0; zone < zones.size(); zone++) {
      for (int segment : zones.get(zone).segmentIndexes()) {
        zonesOfSegment.computeIfAbsent(segment, _ -> new ArrayList<>()).add(zone);
      }
    }
  }

  /// True when there is no zone.
  boolean isEmpty() {
    return zones.isEmpty();
  }

  /// The vehicles of each zone, by its id, from the sums of a window.
  Map<String, Integer> count(Collection<SegmentTally> sums) {
    StationSketch[] seen = new StationSketch[zones.size()];
    Arrays.fill(seen, StationSketch.EMPTY);
    for (SegmentTally sum : sums) {
      for (int zone : zonesOfSegment.getOrDefault(sum.segmentIndex(), List.of())) {
        seen[zone] = seen[zone].union(sum.stations());
      }
    }
    Map<String, Integer> vehicles = HashMap.newHashMap(seen.length);
    for (int zone = 0; zone < seen.length; zone++) {
      vehicles.put(zones.get(zone).id(), seen[zone].count());
    }
    return vehicles;
  }
}
