package city.wayside.grid;

import city.wayside.grid.form.Forms;
import city.wayside.model.area.BoundingBox;
import city.wayside.model.message.StationState;
import com.hazelcast.map.IMap;
import com.hazelcast.query.Predicate;
import com.hazelcast.query.Predicates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The live stations. A box is a query that every member answers for its own partitions, reading
/// latitude and longitude from the stored bytes; only what is inside is turned into objects, and
/// only as far as it is wanted.
final class StationMap implements LiveStations {

  private final IMap<Long, StationState> stations;

  StationMap(IMap<Long, StationState> stations) {
    this.stations = stations;
  }

  @Override
  public Optional<StationState> byId(long stationId) {
    return Optional.ofNullable(stations.get(stationId));
  }

  @Override
  public List<StationState> inside(BoundingBox box, int countMax) {
    Predicate<Long, StationState> inBox =
        Predicates.and(
            Predicates.between(Forms.LAT_DEG, box.southDeg(), box.northDeg()),
            Predicates.between(Forms.LON_DEG, box.westDeg(), box.eastDeg()));
    List<StationState> inside = new ArrayList<>();
    for (StationState state : stations.values(inBox)) {
      if (inside.size() >= countMax) {
        break;
      }
      inside.add(state);
    }
    return inside;
  }

  @Override
  public int count() {
    return stations.size();
  }
}
