package city.wayside.grid;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.IndeterminateOperationStateException;
import com.hazelcast.map.IMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens maps that have an index. Whoever opens one first has its index made on all partitions, and
/// that counts as undecided when a backup is on its way to another member meanwhile, as it is
/// whenever a member joins. Making it once more is harmless. Blocks.
final class Opening {

  /// So often it is tried; each try waits for backups for some seconds.
  static final int TRIES_MAX = 6;

  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

  private Opening() {}

  /// Opens a map.
  ///
  /// @throws IndeterminateOperationStateException when the members do not settle
  static <K, V> IMap<K, V> map(HazelcastInstance hazelcast, String name) {
    return patiently(name, () -> hazelcast.getMap(name));
  }

  /// Opens something, again while it is undecided whether that has worked.
  static <T> T patiently(String name, Supplier<T> opening) {
    for (int tries = 1; ; tries++) {
      try {
        return opening.get();
      } catch (IndeterminateOperationStateException undecided) {
        if (tries == TRIES_MAX) {
          throw undecided;
        }
        LOG.info("{} could not be opened while members change, trying again", name);
      }
    }
  }
}
