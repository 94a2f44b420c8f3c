package city.wayside.grid;

import city.wayside.grid.NumberedRing.Numbered;
import city.wayside.grid.form.StoredChange;
import city.wayside.model.flow.TrafficChange;
import city.wayside.model.flow.TrafficChanges;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.WindowLength;
import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// The stream of changes. A ring of a fixed number of changes holds which records changed; the
/// records themselves are read from the closed windows, as they are when they are read. A cursor is
/// the change's number in the ring.
final class ChangeRing implements TrafficChanges {

  /// After so many records no further change is added to an answer.
  private static final int RECORDS_MAX = 65_536;

  private static final int CHANGES_AT_ONCE_MAX = 100;

  private final NumberedRing<StoredChange> ring;
  private final WindowMaps windows;

  ChangeRing(HazelcastInstance hazelcast, WindowMaps windows, InstantSource clock) {
    this.ring = new NumberedRing<>(hazelcast, Store.CHANGES, clock, _ -> {});
    this.windows = windows;
  }

  /// Adds a change; overwrites the oldest when the ring is full. For the roll-up.
  void add(StoredChange change) {
    ring.append(List.of(change));
  }

  @Override
  public List<TrafficChange> after(long cursor, int countMax, Duration wait)
      throws InterruptedException {
    List<TrafficChange> changes = new ArrayList<>();
    int records = 0;
    for (Numbered<StoredChange> stored :
        ring.after(cursor, Math.min(countMax, CHANGES_AT_ONCE_MAX), wait)) {
      TrafficChange change = change(stored.number(), stored.item());
      records += change.segments().size();
      changes.add(change);
      if (records >= RECORDS_MAX) {
        break;
      }
    }
    return changes;
  }

  private TrafficChange change(long cursor, StoredChange stored) {
    List<SegmentTraffic> records = windows.named(stored);
    WindowLength length =
        WindowLength.ofSeconds(stored.lengthS())
            .orElseThrow(() -> new IllegalStateException("window of " + stored.lengthS() + " s"));
    return new TrafficChange(cursor, length, stored.startMs(), stored.revision(), records);
  }
}
