package city.wayside.grid;

import city.wayside.model.flow.StationLookup;
import city.wayside.model.message.StationState;
import com.hazelcast.map.IMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// Looks stations up in the live map, many in one operation for each member.
final class GridStationLookup implements StationLookup {

  private final IMap<Long, StationState> stations;

  GridStationLookup(IMap<Long, StationState> stations) {
    this.stations = stations;
  }

  @Override
  public CompletionStage<List<StationState>> newest(Collection<Long> stationIds) {
    return OwnThread.run(
        () -> new ArrayList<>(stations.getAll(new HashSet<>(stationIds)).values()),
        () -> "%d stations were not looked up".formatted(stationIds.size()));
  }
}
