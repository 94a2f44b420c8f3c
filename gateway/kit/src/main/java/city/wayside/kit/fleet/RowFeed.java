package city.wayside.kit.fleet;

import city.wayside.kit.trace.TraceException;
import city.wayside.kit.trace.TraceReader;
import city.wayside.kit.trace.TraceSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/// Reads a trace ahead of its playing, on a virtual thread, as far as a small queue allows.
final class RowFeed {

  /// Blocks that are read ahead; with more the reader waits.
  private static final int AHEAD_MAX = 8;

  private final BlockingQueue<Rows> queue = new ArrayBlockingQueue<>(AHEAD_MAX);
  private final TraceSource source;
  private final boolean loop;
  private final Thread reader;
  private volatile boolean ended;
  private volatile @Nullable TraceException failure;

  RowFeed(TraceSource source, boolean loop) {
    this.source = source;
    this.loop = loop;
    this.reader = Thread.ofVirtual().name("trace-reader").unstarted(this::read);
  }

  void start() {
    reader.start();
  }

  void stop() {
    reader.interrupt();
  }

  /// The next rows; nothing when none is read yet, or at the end.
  @Nullable Rows poll() {
    return queue.poll();
  }

  /// True when no more rows will come.
  boolean isAtEnd() {
    return ended && queue.isEmpty();
  }

  /// Why reading ended before the trace did.
  @Nullable TraceException failure() {
    return failure;
  }

  private void read() {
    try {
      long stationsBefore = 0;
      int lap = 0;
      do {
        long stations = readLap(lap++, stationsBefore);
        if (stations == 0) {
          break; // a trace without rows would be read for ever
        }
        stationsBefore += stations;
      } while (loop);
    } catch (TraceException broken) {
      failure = broken;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      ended = true;
    }
  }

  private long readLap(int lap, long stationsBefore) throws TraceException, InterruptedException {
    try (TraceReader trace = source.open()) {
      Rows rows = new Rows(lap, stationsBefore);
      while (trace.next()) {
        if (!rows.add(trace)) {
          queue.put(rows);
          rows = new Rows(lap, stationsBefore);
        }
      }
      if (rows.count() > 0) {
        queue.put(rows);
      }
      return trace.stationCount();
    }
  }
}
