package city.wayside.server;

import city.wayside.grid.LiveStations;
import city.wayside.model.area.BoundingBox;
import city.wayside.model.message.StationState;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Live stations in a list.
final class FakeStations implements LiveStations {

  final List<StationState> all = new CopyOnWriteArrayList<>();

  @Override
  public Optional<StationState> byId(long stationId) {
    return all.stream().filter(station -> station.stationId() == stationId).findFirst();
  }

  @Override
  public List<StationState> inside(BoundingBox box, int countMax) {
    return all.stream()
        .filter(station -> box.contains(station.report().latDeg(), station.report().lonDeg()))
        .limit(countMax)
        .toList();
  }

  @Override
  public int count() {
    return all.size();
  }
}
