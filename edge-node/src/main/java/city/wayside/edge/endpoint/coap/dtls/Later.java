package city.wayside.edge.endpoint.coap.dtls;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// How Scandium wants its answers: given back at once, or told later and never on the thread that
/// asked.
final class Later {

  private Later() {}

  /// The answer, if it is there; nothing if it will be told.
  ///
  /// @param answer never failed
  static <T> @Nullable T nowOrLater(CompletionStage<T> answer, Executor later, Consumer<T> told) {
    CompletableFuture<T> future = answer.toCompletableFuture();
    if (future.isDone()) {
      return future.join();
    }
    CompletionStage<Void> _ = future.thenAcceptAsync(told, later);
    return null;
  }
}
