package city.wayside.town.compose;

import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The running parts, closed one after the other in reverse; one that fails or hangs does not keep
/// the others from being closed.
final class Parts {

  private static final Logger LOG = LoggerFactory.getLogger(Parts.class);
  private static final long START_S_MAX = 60;
  private static final long CLOSE_S_MAX = 15;

  private record Part(String name, AutoCloseable closing) {}

  private final Deque<Part> running = new ArrayDeque<>();

  /// Adds a part that is running.
  void add(String name, AutoCloseable closing) {
    running.push(new Part(name, closing));
  }

  /// Waits until a part has started.
  ///
  /// @throws TownException naming the part when it does not start
  static <T> T started(String name, Future<T> starting) throws TownException {
    try {
      return starting.toCompletionStage().toCompletableFuture().get(START_S_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new TownException(name + ": " + cause.getMessage(), cause);
    } catch (TimeoutException e) {
      throw new TownException(name + ": did not start within " + START_S_MAX + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TownException(name + ": was interrupted while it started", e);
    }
  }

  /// Waits until a part has stopped.
  static void stopped(Future<?> stopping) throws Exception {
    stopping.toCompletionStage().toCompletableFuture().get(CLOSE_S_MAX, TimeUnit.SECONDS);
  }

  /// Closes all parts, the newest first.
  void close() {
    while (!running.isEmpty()) {
      Part part = running.pop();
      try {
        part.closing().close();
      } catch (Exception e) {
        LOG.warn("{} did not stop cleanly: {}", part.name(), e.toString());
      }
    }
  }
}
