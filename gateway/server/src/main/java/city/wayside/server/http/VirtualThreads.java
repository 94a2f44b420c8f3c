package city.wayside.server.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/// Runs blocking work on virtual threads, a bounded number of pieces at a time; more are refused at
/// once, so that a slow store makes clients try again instead of filling the memory.
public final class VirtualThreads {

  private static final int RETRY_AFTER_S = 1;

  private final String role;
  private final int countMax;
  private final Semaphore free;

  /// Threads for one kind of work.
  ///
  /// @param role what is done there, in the plural; names the threads and explains the refusal
  /// @param countMax how much at a time
  public VirtualThreads(String role, int countMax) {
    this.role = role;
    this.countMax = countMax;
    this.free = new Semaphore(countMax);
  }

  /// Runs a piece of work.
  ///
  /// @param context where the result is delivered
  /// @return failed with a 503 [ProblemException] when too much is going on
  public <T> Future<T> run(Context context, Callable<T> work) {
    if (!free.tryAcquire()) {
      return Future.failedFuture(
          new ProblemException(
              Problem.busy(
                  "%d %s are under way, which is all that is done at a time"
                      .formatted(countMax, role),
                  RETRY_AFTER_S)));
    }
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread.ofVirtual().name(role).start(() -> complete(result, work));
    return Future.fromCompletionStage(result, context);
  }

  private <T> void complete(CompletableFuture<T> result, Callable<T> work) {
    try {
      T value = work.call();
      free.release();
      result.complete(value);
    } catch (Exception | Error e) {
      // An error too must reach the client as an answer; it is logged where that is written.
      free.release();
      result.completeExceptionally(e);
    }
  }
}
