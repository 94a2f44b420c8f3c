package city.wayside.server.http;

import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Answers that were just given, so that a thousand clients asking the same at once cost one look
/// into the store. Bounded in age and bytes; the oldest go first. Blocks; for virtual threads.
///
/// @param <K> what was asked, all of it
public final class AnswerCache<K> {

  private final InstantSource clock;
  private final long ageMsMax;
  private final long bytesMax;
  private final Map<K, Entry> entries = new LinkedHashMap<>();

  /// An answer that is being made or ready.
  private record Entry(long sinceMs, CompletableFuture<Answer> answer) {

    long bytes() {
      return answer.isDone() && !answer.isCompletedExceptionally()
          ? answer.resultNow().body().length()
          : 0;
    }
  }

  /// An empty cache.
  ///
  /// @param ageMsMax how old an answer may be, 0 to keep none
  /// @param bytesMax how much is kept
  public AnswerCache(InstantSource clock, long ageMsMax, long bytesMax) {
    this.clock = clock;
    this.ageMsMax = ageMsMax;
    this.bytesMax = bytesMax;
  }

  /// The answer to a question, made now unless somebody just had it made.
  public Answer get(K question, Supplier<Answer> making) {
    Entry mine = new Entry(clock.millis(), new CompletableFuture<>());
    Entry other = otherThan(mine, question);
    if (other != null) {
      return other.answer.join();
    }
    try {
      mine.answer.complete(making.get());
    } catch (RuntimeException | Error e) {
      mine.answer.completeExceptionally(e);
      forget(question, mine);
      throw e;
    }
    shrink();
    return mine.answer.join();
  }

  /// The entry that is there already; without one, mine is there from now on.
  private synchronized @Nullable Entry otherThan(Entry mine, K question) {
    long nowMs = mine.sinceMs;
    entries.values().removeIf(entry -> nowMs - entry.sinceMs >= ageMsMax || nowMs < entry.sinceMs);
    return entries.putIfAbsent(question, mine);
  }

  private synchronized void forget(K question, Entry failed) {
    entries.remove(question, failed);
  }

  private synchronized void shrink() {
    long bytes = entries.values().stream().mapToLong(Entry::bytes).sum();
    Iterator<Entry> oldestFirst = entries.values().iterator();
    while (bytes > bytesMax && oldestFirst.hasNext()) {
      bytes -= oldestFirst.next().bytes();
      oldestFirst.remove();
    }
  }
}
