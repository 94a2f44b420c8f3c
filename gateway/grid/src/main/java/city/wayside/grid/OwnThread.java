package city.wayside.grid;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Work with the grid that blocks, and puts things into bytes, for callers that must do neither:
/// each piece on a virtual thread of its own.
final class OwnThread {

  private static final Executor THREADS =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("grid-", 0).factory());

  private OwnThread() {}

  /// Does a piece of work.
  ///
  /// @param task the work
  /// @param failed what a failure means to the caller
  /// @return done with the work's result; failed with a [GridException]
  static <T> CompletableFuture<T> run(Callable<T> task, Supplier<String> failed) {
    CompletableFuture<T> result = new CompletableFuture<>();
    THREADS.execute(() -> {
      try {
        result.complete(task.call());
      } catch (Exception e) {
        result.completeExceptionally(new GridException(failed.get(), causeOf(e)));
      }
    });
    return result;
  }

  private static Throwable causeOf(Exception failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }
}
