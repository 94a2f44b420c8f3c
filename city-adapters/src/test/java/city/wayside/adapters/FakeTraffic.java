package city.wayside.adapters;

import city.wayside.grid.TrafficStore;
import city.wayside.model.flow.TrafficChange;
import city.wayside.model.flow.TrafficChanges;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.WindowLength;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A store of one-minute windows and the stream of its changes, in memory.
public final class FakeTraffic implements TrafficStore, TrafficChanges {

  private final TreeMap<Long, List<SegmentTraffic>> windows = new TreeMap<>();
  private final List<TrafficChange> changes = new ArrayList<>();
  private final Semaphore told = new Semaphore(0);
  private @Nullable RuntimeException failure;
  private long nextCursor;
  private int readings;

  /// Closes or revises a window, and tells.
  public synchronized void close(long startMs, List<SegmentTraffic> records) {
    windows.put(startMs, records);
    changes.add(new TrafficChange(nextCursor++, WindowLength.ONE_MINUTE, startMs, 0, records));
    told.release();
  }

  /// Closes a window without a word.
  public synchronized void closeSilently(long startMs, List<SegmentTraffic> records) {
    windows.put(startMs, records);
  }

  /// Forgets all changes and counts from 0 again, as a grid that was restarted does.
  public synchronized void restartStream() {
    changes.clear();
    nextCursor = 0;
  }

  /// Makes every reading of the store fail until it is given null.
  public synchronized void fail(@Nullable RuntimeException cause) {
    failure = cause;
  }

  /// How often windows were read.
  public synchronized int readings() {
    return readings;
  }

  @Override
  public synchronized OptionalLong newestStartMs(WindowLength length) {
    if (failure != null) {
      throw failure;
    }
    return windows.isEmpty() || length != WindowLength.ONE_MINUTE
        ? OptionalLong.empty()
        : OptionalLong.of(windows.lastKey());
  }

  @Override
  public synchronized List<SegmentTraffic> window(WindowLength length, long startMs) {
    readings++;
    return windows.getOrDefault(startMs, List.of());
  }

  @Override
  public List<SegmentTraffic> history(
      int segmentIndex, WindowLength length, long fromMs, long toMs) {
    throw new UnsupportedOperationException("no feed asks for history");
  }

  @Override
  public List<TrafficChange> after(long cursor, int countMax, Duration wait)
      throws InterruptedException {
    List<TrafficChange> found = unseen(cursor, countMax);
    boolean worthALook = found.isEmpty() && told.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
    return worthALook ? unseen(cursor, countMax) : found;
  }

  private synchronized List<TrafficChange> unseen(long cursor, int countMax) {
    return changes.stream().filter(one -> one.cursor() > cursor).limit(countMax).toList();
  }
}
