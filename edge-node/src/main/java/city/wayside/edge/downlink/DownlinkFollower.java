package city.wayside.edge.downlink;

import city.wayside.edge.outbound.Outlet;
import city.wayside.edge.outbound.RecentLog;
import city.wayside.model.downlink.DownlinkLog;
import city.wayside.model.downlink.LoggedItem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows the log on a thread of its own. While the grid does not answer it tries again, from
/// where it was.
public final class DownlinkFollower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DownlinkFollower.class);

  private static final int ITEMS_AT_ONCE_MAX = 1000;
  private static final Duration WAIT = Duration.ofSeconds(1);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(200);

  private final DownlinkLog log;
  private final RecentLog recent;
  private final List<Outlet> outlets;
  private final Thread thread;
  private volatile boolean isStopping;

  /// A follower that has not started.
  public DownlinkFollower(DownlinkLog log, RecentLog recent, List<Outlet> outlets) {
    this.log = log;
    this.recent = recent;
    this.outlets = List.copyOf(outlets);
    this.thread = Thread.ofVirtual().name("downlink").unstarted(this::run);
  }

  /// Starts to follow.
  public void start() {
    thread.start();
  }

  private void run() {
    boolean hasRetained = false;
    boolean isFailing = false;
    while (!isStopping) {
      try {
        if (!hasRetained) {
          List<LoggedItem> retained = log.retained();
          outlets.forEach(outlet -> outlet.retained(retained));
          hasRetained = true;
        }
        List<LoggedItem> fresh = recent.add(log.after(recent.newest(), ITEMS_AT_ONCE_MAX, WAIT));
        if (!fresh.isEmpty()) {
          deliver(fresh);
        }
        if (isFailing) {
          LOG.info("The log of what goes down answers again");
          isFailing = false;
        }
      } catch (InterruptedException _) {
        return;
      } catch (RuntimeException | ExecutionException failure) {
        if (!isFailing) {
          LOG.warn("What goes down cannot be read, trying again: {}", failure.toString());
          isFailing = true;
        }
        if (!pause()) {
          return;
        }
      }
    }
  }

  /// The slowest endpoint decides when the log is read on. Whoever is too slow falls behind in the
  /// log, whose oldest items are passed over and counted, and not in memory.
  private void deliver(List<LoggedItem> fresh) throws InterruptedException, ExecutionException {
    CompletableFuture.allOf(
            outlets.stream()
                .map(outlet -> outlet.deliver(fresh).toCompletableFuture())
                .toArray(CompletableFuture[]::new))
        .get();
  }

  private static boolean pause() {
    try {
      Thread.sleep(PAUSE_AFTER_FAILURE);
      return true;
    } catch (InterruptedException _) {
      return false;
    }
  }

  /// Stops following. Blocks until the endpoints are told no more.
  @Override
  public void close() throws InterruptedException {
    isStopping = true;
    thread.interrupt();
    thread.join();
  }
}
