package city.wayside.model.flow;

import city.wayside.model.message.StationState;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// Finds the newest that is known of stations, whoever heard them.
@FunctionalInterface
public interface StationLookup {

  /// Looks for many stations at once. Returns at once, whatever the thread.
  ///
  /// @return the states of those that are known, in no order; fails when the grid cannot be reached
  CompletionStage<List<StationState>> newest(Collection<Long> stationIds);
}
