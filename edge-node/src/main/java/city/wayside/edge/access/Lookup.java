package city.wayside.edge.access;

import city.wayside.edge.access.bounded.RecentMap;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Asks the registry for many clients at a time. A question is sent at once when none is under way;
/// what is asked meanwhile is gathered into the next one. So a single client waits for one answer,
/// and a storm of them makes few large questions, without anybody waiting for a timer. Answers are
/// used again for a while. Any thread.
///
/// @param <V> what is known of a key
final class Lookup<V> {

  /// @param value absent when nothing is known of the key
  private record Answer<V>(@Nullable V value, long untilMs) {}

  private final Function<Set<String>, CompletionStage<Map<String, V>>> question;
  private final LookupConfig config;
  private final InstantSource clock;
  private final RecentMap<String, Answer<V>> answers;

  /// What waits for the next question. Guarded by this, as are the two below.
  private final Map<String, CompletableFuture<Optional<V>>> waiting = new LinkedHashMap<>();

  private boolean isUnderWay;
  private long changes;

  /// @param question asks for many keys; what nothing is known of is left out of the answer
  Lookup(
      Function<Set<String>, CompletionStage<Map<String, V>>> question,
      LookupConfig config,
      InstantSource clock) {
    this.question = question;
    this.config = config;
    this.clock = clock;
    this.answers = new RecentMap<>(config.cachedMax());
  }

  /// What is known of a key.
  ///
  /// @return failed with [RejectedExecutionException] when too many wait, and with anything else
  ///   when there was no answer
  CompletionStage<Optional<V>> find(String key) {
    @Nullable Answer<V> answer = answers.get(key);
    if (answer != null && clock.millis() < answer.untilMs()) {
      return CompletableFuture.completedFuture(Optional.ofNullable(answer.value()));
    }
    CompletableFuture<Optional<V>> found;
    boolean mustAsk;
    synchronized (this) {
      if (waiting.size() >= config.waitingMax() && !waiting.containsKey(key)) {
        return CompletableFuture.failedFuture(
            new RejectedExecutionException("too many wait for the registry"));
      }
      found = waiting.computeIfAbsent(key, _ -> new CompletableFuture<>());
      mustAsk = !isUnderWay;
      isUnderWay = true;
    }
    if (mustAsk) {
      ask();
    }
    // A copy, so that whoever waits cannot end the wait of others.
    return found.copy();
  }

  /// Something about a key has changed: what is known of it is not used again.
  synchronized void forget(String key) {
    changes++;
    answers.remove(key);
  }

  /// Something has changed: nothing that is known is used again.
  synchronized void forgetAll() {
    changes++;
    answers.clear();
  }

  private void ask() {
    Map<String, CompletableFuture<Optional<V>>> asked = new LinkedHashMap<>();
    long changesBefore;
    synchronized (this) {
      Iterator<Map.Entry<String, CompletableFuture<Optional<V>>>> next =
          waiting.entrySet().iterator();
      while (next.hasNext() && asked.size() < config.batchMax()) {
        Map.Entry<String, CompletableFuture<Optional<V>>> one = next.next();
        asked.put(one.getKey(), one.getValue());
        next.remove();
      }
      isUnderWay = !asked.isEmpty();
      changesBefore = changes;
    }
    if (asked.isEmpty()) {
      return;
    }
    CompletableFuture<Map<String, V>> answer;
    try {
      answer = question.apply(Set.copyOf(asked.keySet())).toCompletableFuture().copy();
    } catch (RuntimeException e) {
      answer = CompletableFuture.failedFuture(e);
    }
    CompletableFuture<Map<String, V>> _ =
        answer
            .orTimeout(config.timeoutMs(), TimeUnit.MILLISECONDS)
            .whenComplete((known, failure) -> {
              if (known != null) {
                answered(asked, known, changesBefore);
              } else {
                asked.values().forEach(one -> one.completeExceptionally(failure));
              }
              ask();
            });
  }

  private void answered(
      Map<String, CompletableFuture<Optional<V>>> asked, Map<String, V> known, long changesBefore) {
    synchronized (this) {
      // What changed while the question was under way may be older than the change.
      if (changes == changesBefore) {
        long untilMs = clock.millis() + config.cacheMs();
        for (String key : asked.keySet()) {
          answers.put(key, new Answer<>(known.get(key), untilMs));
        }
      }
    }
    asked.forEach((key, one) -> one.complete(Optional.ofNullable(known.get(key))));
  }
}
