package city.wayside.grid;

import city.wayside.model.area.BoundingBox;
import city.wayside.model.event.EventKey;
import city.wayside.model.event.RoadEvent;
import java.util.List;
import java.util.Optional;

/// The events on the road, each as its newest message tells it. An event is valid while it was
/// neither ended nor has its time run out; also before it begins. Blocks; for virtual threads.
public interface EventStore {

  /// One event, also when it was ended, for as long as it is kept.
  Optional<RoadEvent> byKey(EventKey key);

  /// The valid events that are, with their position or zones, at least partly in a box; in no
  /// order, at most a count. An event that only names the ways that lead to it is where these are.
  List<RoadEvent> inside(BoundingBox box, int countMax);

  /// All valid events, in no order, at most a count.
  List<RoadEvent> all(int countMax);

  /// How many are kept, those included that were ended and are remembered for a while.
  int count();
}
