package city.wayside.model.flow;

import java.time.Duration;
import java.util.List;

/// Grid to whoever follows the traffic: adapters, the console's stream. May block; for virtual
/// threads.
@FunctionalInterface
public interface TrafficChanges {

  /// The changes after a cursor, oldest first; waits for the first one.
  ///
  /// @param cursor the last change that was seen, or -1 for the oldest that is still kept
  /// @param countMax how many at most
  /// @param wait how long to wait for the first
  /// @return empty when nothing came in time
  List<TrafficChange> after(long cursor, int countMax, Duration wait) throws InterruptedException;
}
