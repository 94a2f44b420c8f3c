package city.wayside.grid;

import city.wayside.grid.rollup.CountedPlace;
import city.wayside.grid.rollup.PlaceStore;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// The sums of the city's counters.
final class PlaceMap implements PlaceStore {

  private final IMap<String, CountedPlace> places;

  PlaceMap(HazelcastInstance hazelcast) {
    this.places = hazelcast.getMap(Store.PLACES);
  }

  @Override
  public Collection<CountedPlace> places() {
    return places.values();
  }

  @Override
  public void putPlaces(Collection<CountedPlace> some) {
    Map<String, CountedPlace> byId = HashMap.newHashMap(some.size());
    some.forEach(place -> byId.put(place.segmentId(), place));
    places.setAll(byId);
  }
}
