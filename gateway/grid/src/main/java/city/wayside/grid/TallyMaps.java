package city.wayside.grid;

import city.wayside.grid.form.Forms;
import city.wayside.grid.form.TallyKey;
import city.wayside.grid.rollup.TallySource;
import city.wayside.model.traffic.SegmentTally;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.query.Predicates;
import java.util.Collection;

/// The tallies of the road networks in use.
final class TallyMaps {

  private final HazelcastInstance hazelcast;

  TallyMaps(HazelcastInstance hazelcast) {
    this.hazelcast = hazelcast;
  }

  /// The tallies that refer to a network.
  IMap<TallyKey, SegmentTally> of(String networkVersion) {
    return Opening.map(hazelcast, Store.TALLIES_PREFIX + networkVersion);
  }

  /// Reads base windows of a network: one query, which every member answers for all of its own
  /// partitions from the index over the window's start.
  TallySource source(String networkVersion) {
    IMap<TallyKey, SegmentTally> tallies = of(networkVersion);
    return startMs -> baseWindow(tallies, startMs);
  }

  private static Collection<SegmentTally> baseWindow(
      IMap<TallyKey, SegmentTally> tallies, long startMs) {
    return tallies.values(Predicates.equal(Forms.WINDOW_START_MS, startMs));
  }

  /// How many tallies there are, of all networks.
  int count() {
    return hazelcast.getDistributedObjects().stream()
        .filter(object -> object.getName().startsWith(Store.TALLIES_PREFIX))
        .mapToInt(object -> hazelcast.getMap(object.getName()).size())
        .sum();
  }
}
