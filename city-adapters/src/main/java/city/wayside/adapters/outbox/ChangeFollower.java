package city.wayside.adapters.outbox;

import city.wayside.model.flow.TrafficChange;
import city.wayside.model.flow.TrafficChanges;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Follows the stream of traffic changes for one feed, by cursor, on a virtual thread of its own,
/// so that a slow feed delays no other.
///
/// Holds at most [#CHANGES_MAX] changes. What fails is counted and logged by [FailureLog] and tried
/// again after a pause. When the stream turns out to have begun anew (the grid was restarted and
/// its cursors start over) it is followed from its oldest change again.
public final class ChangeFollower {

  private static final long OLDEST = -1;
  private static final int CHANGES_MAX = 64;

  /// How long to be silent, and how long to pause after a failure.
  ///
  /// @param listen how long to wait for a change before the feed is asked to look by itself
  /// @param pause how long to wait after a failure
  public record Pace(Duration listen, Duration pause) {

    /// Two seconds each: well below the shortest window.
    public static final Pace NORMAL = new Pace(Duration.ofSeconds(2), Duration.ofSeconds(2));
  }

  private final TrafficChanges changes;
  private final WindowReader reader;
  private final FailureLog failures;
  private final Pace pace;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;

  /// A follower that does not run yet.
  ///
  /// @param name the feed's name, which becomes the thread's
  public ChangeFollower(
      String name, TrafficChanges changes, WindowReader reader, FailureLog failures, Pace pace) {
    this.changes = changes;
    this.reader = reader;
    this.failures = failures;
    this.pace = pace;
    this.thread = Thread.ofVirtual().name("feed-" + name).unstarted(this::run);
  }

  /// Begins to follow.
  public void start() {
    thread.start();
  }

  /// Stops, and waits until the document that is being built is done. Blocks.
  public void stop() throws InterruptedException {
    stopping.countDown();
    thread.interrupt();
    thread.join();
  }

  private void run() {
    long cursor = OLDEST;
    List<TrafficChange> batch = List.of();
    while (stopping.getCount() > 0) {
      try {
        if (reader.read(batch)) {
          cursor = OLDEST;
        }
        batch = List.of();
        batch = changes.after(cursor, CHANGES_MAX, pace.listen());
        for (TrafficChange change : batch) {
          cursor = Math.max(cursor, change.cursor());
        }
        failures.worked();
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException cause) {
        if (stopping.getCount() == 0) {
          return;
        }
        failures.failed(cause);
        if (stoppedWhilePausing()) {
          return;
        }
      }
    }
  }

  private boolean stoppedWhilePausing() {
    try {
      return stopping.await(pace.pause().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      return true;
    }
  }
}
