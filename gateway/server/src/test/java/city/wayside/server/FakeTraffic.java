package city.wayside.server;

import city.wayside.grid.TrafficStore;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.WindowLength;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Closed windows in a list; can be made to fail or to wait, and counts how often a window was
/// asked for.
final class FakeTraffic implements TrafficStore {

  final List<SegmentTraffic> records = new CopyOnWriteArrayList<>();
  final AtomicInteger windowsAsked = new AtomicInteger();
  final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private volatile Waiting waiting = () -> {};

  /// Something to wait for.
  interface Waiting {
    void await() throws InterruptedException;
  }

  void beforeAnswering(Waiting something) {
    waiting = something;
  }

  @Override
  public OptionalLong newestStartMs(WindowLength length) {
    try {
      waiting.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    RuntimeException thrown = failure.get();
    if (thrown != null) {
      throw thrown;
    }
    return records.stream()
        .filter(record -> record.window().length() == length)
        .mapToLong(record -> record.window().startMs())
        .max();
  }

  @Override
  public List<SegmentTraffic> window(WindowLength length, long startMs) {
    windowsAsked.incrementAndGet();
    return select(length, record -> record.window().startMs() == startMs);
  }

  @Override
  public List<SegmentTraffic> history(
      int segmentIndex, WindowLength length, long fromMs, long toMs) {
    return select(
        length,
        record ->
            record.window().segmentIndex() == segmentIndex
                && record.window().startMs() >= fromMs
                && record.window().startMs() < toMs);
  }

  private List<SegmentTraffic> select(WindowLength length, Predicate<SegmentTraffic> wanted) {
    return records.stream()
        .filter(record -> record.window().length() == length)
        .filter(wanted)
        .toList();
  }
}
