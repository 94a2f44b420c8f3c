package city.wayside.server.stream;

import city.wayside.model.flow.TrafficChange;
import city.wayside.model.flow.TrafficChanges;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the changes once for all streams: first past what is old, then each new one as it comes.
/// Runs on its own virtual thread until it is interrupted.
final class ChangeFollower implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeFollower.class);
  private static final int READ_COUNT_MAX = 16;
  private static final Duration WAIT = Duration.ofSeconds(1);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  private final TrafficChanges changes;
  private final Listener listener;
  private long cursor = -1;
  private boolean caughtUp;
  private boolean failing;

  /// Who hears of it, on the follower's thread.
  interface Listener {
    /// Everything up to a cursor is old; -1 when there is nothing.
    void caughtUp(long cursor);

    /// Something new.
    void changed(TrafficChange change);
  }

  ChangeFollower(TrafficChanges changes, Listener listener) {
    this.changes = changes;
    this.listener = listener;
  }

  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        try {
          step();
          failing = false;
        } catch (RuntimeException e) {
          if (!failing) {
            LOG.warn("cannot read the changes of the traffic; streams wait until it works", e);
          }
          failing = true;
          Thread.sleep(PAUSE_AFTER_FAILURE);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // asked to stop
    }
  }

  private void step() throws InterruptedException {
    Duration wait = caughtUp ? WAIT : Duration.ZERO;
    List<TrafficChange> news = changes.after(cursor, READ_COUNT_MAX, wait);
    if (news.isEmpty() && !caughtUp) {
      caughtUp = true;
      listener.caughtUp(cursor);
    }
    for (TrafficChange change : news) {
      cursor = change.cursor();
      if (caughtUp) {
        listener.changed(change);
      }
    }
  }
}
