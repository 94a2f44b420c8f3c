package city.wayside.grid.rollup;

import java.util.Collection;

/// Where the sums of counters are kept, so that another member can go on from there. Blocks; for
/// virtual threads.
public interface PlaceStore {

  /// All that is kept.
  Collection<CountedPlace> places();

  /// Keeps the sums of some places.
  void putPlaces(Collection<CountedPlace> places);
}
