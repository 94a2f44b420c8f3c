package city.wayside.edge.access.bounded;

import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Work that is too slow for an event loop, on few threads of its own. What finds too much before
/// it, or has waited too long, is not done: whoever asked has gone by then, and doing it would only
/// make the next one wait too long as well. Any thread.
public final class BoundedWork implements AutoCloseable {

  private final Executor threads;
  private final Runnable stop;
  private final InstantSource clock;
  private final long waitMsMax;

  private BoundedWork(Executor threads, Runnable stop, InstantSource clock, long waitMsMax) {
    this.threads = threads;
    this.stop = stop;
    this.clock = clock;
    this.waitMsMax = waitMsMax;
  }

  /// Work on threads of its own, until it is closed.
  public static BoundedWork start(WorkConfig config, InstantSource clock) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            config.threadsCount(),
            config.threadsCount(),
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(config.waitingMax()),
            Thread.ofPlatform().daemon().name("access-", 0).factory(),
            new ThreadPoolExecutor.AbortPolicy());
    return new BoundedWork(pool, pool::shutdownNow, clock, config.waitMsMax());
  }

  /// Work that somebody else's threads do.
  ///
  /// @param threads throws [RejectedExecutionException] when it has no room
  public static BoundedWork on(Executor threads, InstantSource clock, long waitMsMax) {
    return new BoundedWork(threads, () -> {}, clock, waitMsMax);
  }

  /// Has something worked out.
  ///
  /// @param busy the answer when there is no room, or it waited too long
  public <T> CompletionStage<T> submit(Supplier<T> work, T busy) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    long askedMs = clock.millis();
    try {
      threads.execute(() -> {
        if (clock.millis() - askedMs > waitMsMax) {
          answer.complete(busy);
          return;
        }
        try {
          answer.complete(work.get());
        } catch (RuntimeException e) {
          answer.completeExceptionally(e);
        }
      });
    } catch (RejectedExecutionException _) {
      answer.complete(busy);
    }
    return answer;
  }

  /// Ends the threads; what waits is never answered.
  @Override
  public void close() {
    stop.run();
  }
}
