package city.wayside.grid;

import city.wayside.model.area.BoundingBox;
import city.wayside.model.message.StationState;
import java.util.List;
import java.util.Optional;

/// The stations that reported within their time to live. Blocks; for virtual threads.
public interface LiveStations {

  /// One station.
  Optional<StationState> byId(long stationId);

  /// The stations in a box, in no order, at most a count.
  List<StationState> inside(BoundingBox box, int countMax);

  /// How many there are.
  int count();
}
