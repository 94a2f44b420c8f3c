package city.wayside.grid;

import city.wayside.grid.form.StoredChange;
import city.wayside.model.flow.TrafficChange;
import city.wayside.model.flow.TrafficChanges;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.WindowLength;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.ringbuffer.OverflowPolicy;
import com.hazelcast.ringbuffer.ReadResultSet;
import com.hazelcast.ringbuffer.Ringbuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// The stream of changes. A ring of a fixed number of changes holds which records changed; the
/// records themselves are read from the closed windows, as they are when they are read.
///
/// A cursor is the change's number in the ring plus a base that is taken from the clock when the
/// ring is first used. So when all members have been stopped and a new ring begins at 0, cursors
/// still ascend, and a follower with a cursor of the old ring is given the new one from its start.
///
/// Waiting is looking again, [#LOOK_EVERY_MS] apart: a read that waits in the ring would stay there
/// after its reader has gone.
final class ChangeRing implements TrafficChanges {

  private static final long LOOK_EVERY_MS = 200;

  /// After so many records no further change is added to an answer.
  private static final int RECORDS_MAX = 65_536;

  private static final int CHANGES_AT_ONCE_MAX = 100;
  private static final long CURSORS_PER_MS = 1000;
  private static final String BASE = "changes-base";

  private final Ringbuffer<StoredChange> ring;
  private final IMap<String, Long> marks;
  private final WindowMaps windows;
  private final InstantSource clock;

  ChangeRing(HazelcastInstance hazelcast, WindowMaps windows, InstantSource clock) {
    this.ring = hazelcast.getRingbuffer(Store.CHANGES);
    this.marks = hazelcast.getMap(Store.MARKS);
    this.windows = windows;
    this.clock = clock;
  }

  /// Adds a change; overwrites the oldest when the ring is full. For the roll-up.
  void add(StoredChange change) {
    marks.putIfAbsent(BASE, clock.millis() * CURSORS_PER_MS);
    ring.addAsync(change, OverflowPolicy.OVERWRITE).toCompletableFuture().join();
  }

  @Override
  public List<TrafficChange> after(long cursor, int countMax, Duration wait)
      throws InterruptedException {
    long looks = 1 + wait.toMillis() / LOOK_EVERY_MS;
    for (long look = 1; look <= looks; look++) {
      List<TrafficChange> found = look(cursor, countMax);
      if (!found.isEmpty() || look == looks) {
        return found;
      }
      Thread.sleep(LOOK_EVERY_MS);
    }
    return List.of();
  }

  private List<TrafficChange> look(long cursor, int countMax) throws InterruptedException {
    @Nullable Long base = marks.get(BASE);
    if (base == null || countMax <= 0) {
      return List.of();
    }
    long first = Math.max(0, cursor + 1 - base);
    if (ring.tailSequence() < first) {
      return List.of();
    }
    int atOnce = (int) Math.min(Math.min(countMax, CHANGES_AT_ONCE_MAX), ring.capacity());
    ReadResultSet<StoredChange> read;
    try {
      // Reads from the oldest that is kept when the first has been overwritten.
      read = ring.readManyAsync(first, 1, atOnce, null).toCompletableFuture().join();
    } catch (CompletionException e) {
      throw new IllegalStateException("the stream of changes cannot be read", e.getCause());
    }
    List<TrafficChange> changes = new ArrayList<>(read.size());
    int records = 0;
    for (int i = 0; i < read.size() && records < RECORDS_MAX; i++) {
      TrafficChange change = change(base + read.getSequence(i), read.get(i));
      records += change.segments().size();
      changes.add(change);
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
