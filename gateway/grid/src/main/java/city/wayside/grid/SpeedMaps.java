package city.wayside.grid;

import city.wayside.grid.rollup.SpeedStore;
import city.wayside.model.traffic.TravelTimeSketch;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.util.HashMap;
import java.util.Map;

/// What was learned of speeds: one map for each network, from segment index to paces.
final class SpeedMaps implements SpeedStore {

  /// So many segments are written with one call.
  private static final int AT_ONCE_MAX = 10_000;

  private final HazelcastInstance hazelcast;

  SpeedMaps(HazelcastInstance hazelcast) {
    this.hazelcast = hazelcast;
  }

  @Override
  public Map<Integer, TravelTimeSketch> paces(String networkVersion) {
    Map<Integer, TravelTimeSketch> paces = new HashMap<>();
    of(networkVersion).forEach(entry -> paces.put(entry.getKey(), entry.getValue()));
    return paces;
  }

  @Override
  public void put(String networkVersion, Map<Integer, TravelTimeSketch> paces) {
    IMap<Integer, TravelTimeSketch> kept = of(networkVersion);
    Map<Integer, TravelTimeSketch> some = new HashMap<>();
    paces.forEach((segment, pace) -> {
      some.put(segment, pace);
      if (some.size() == AT_ONCE_MAX) {
        kept.setAll(some);
        some.clear();
      }
    });
    kept.setAll(some);
  }

  private IMap<Integer, TravelTimeSketch> of(String networkVersion) {
    return hazelcast.getMap(Store.SPEEDS_PREFIX + networkVersion);
  }
}
