package city.wayside.grid;

import city.wayside.grid.EntryWrites.Write;
import city.wayside.grid.entry.Order;
import city.wayside.grid.entry.PutNewer;
import city.wayside.grid.form.Forms;
import city.wayside.grid.form.Lifetime;
import city.wayside.model.area.BoundingBox;
import city.wayside.model.event.EventKey;
import city.wayside.model.event.RoadEvent;
import com.hazelcast.map.IMap;
import com.hazelcast.query.Predicate;
import com.hazelcast.query.Predicates;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The events. A box is a query that every member answers for its own partitions from the stored
/// bytes.
final class EventMap implements EventStore {

  private final IMap<EventKey, RoadEvent> events;
  private final InstantSource clock;
  private final long keepMs;

  /// @param keepS how long an event is kept at most
  EventMap(IMap<EventKey, RoadEvent> events, InstantSource clock, int keepS) {
    this.events = events;
    this.clock = clock;
    this.keepMs = keepS * 1000L;
  }

  /// Puts messages about events, each unless a newer one about its event is there. Blocks until the
  /// backups have them.
  void put(Collection<RoadEvent> messages) {
    Map<EventKey, RoadEvent> newest = new HashMap<>();
    for (RoadEvent event : messages) {
      newest.merge(
          event.key(), event, (older, newer) -> Order.isNewer(newer, older) ? newer : older);
    }
    long nowMs = clock.millis();
    List<Write<EventKey, RoadEvent, @Nullable RoadEvent>> writes = new ArrayList<>(newest.size());
    for (RoadEvent event : newest.values()) {
      long untilMs = Math.min(event.time().untilMs(), nowMs + keepMs);
      long ttlMs = Lifetime.ttlMs(untilMs, nowMs);
      writes.add(new Write<>(event.key(), new PutNewer<>(Order.EVENTS, event, ttlMs)));
    }
    EntryWrites.run(events, writes);
  }

  @Override
  public Optional<RoadEvent> byKey(EventKey key) {
    return Optional.ofNullable(events.get(key));
  }

  @Override
  public List<RoadEvent> inside(BoundingBox box, int countMax) {
    return some(
        Predicates.and(
            valid(),
            Predicates.lessEqual(Forms.SOUTH_DEG, box.northDeg()),
            Predicates.greaterEqual(Forms.NORTH_DEG, box.southDeg()),
            Predicates.lessEqual(Forms.WEST_DEG, box.eastDeg()),
            Predicates.greaterEqual(Forms.EAST_DEG, box.westDeg())),
        countMax);
  }

  @Override
  public List<RoadEvent> all(int countMax) {
    return some(valid(), countMax);
  }

  private Predicate<EventKey, RoadEvent> valid() {
    return Predicates.and(
        Predicates.equal(Forms.IS_ENDED, false),
        Predicates.greaterThan(Forms.UNTIL_MS, clock.millis()));
  }

  private List<RoadEvent> some(Predicate<EventKey, RoadEvent> wanted, int countMax) {
    List<RoadEvent> some = new ArrayList<>();
    for (RoadEvent event : events.values(wanted)) {
      if (some.size() >= countMax) {
        break;
      }
      some.add(event);
    }
    return some;
  }

  @Override
  public int count() {
    return events.size();
  }
}
