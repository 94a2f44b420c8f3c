package city.wayside.kit.fake;

import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.ClientRegistry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A registry in memory, which remembers what it was asked. It answers at once, or, after [#hold],
/// when it is told to; after [#fail] it does not answer at all.
public final class FakeClients implements ClientRegistry {

  private final TreeMap<String, ClientRecord> clients = new TreeMap<>();
  private final List<Set<String>> questions = new ArrayList<>();
  private final Queue<Runnable> held = new ArrayDeque<>();
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
  private boolean isHolding;
  private boolean isFailing;

  /// A registry with these clients.
  public FakeClients(ClientRecord... some) {
    for (ClientRecord client : some) {
      clients.put(client.name(), client);
    }
  }

  @Override
  public CompletionStage<Map<String, ClientRecord>> named(Set<String> names) {
    asked(names);
    return answer(() -> {
      Map<String, ClientRecord> found = new HashMap<>(clients);
      found.keySet().retainAll(names);
      return found;
    });
  }

  @Override
  public CompletionStage<List<ClientRecord>> showing(Set<String> shown) {
    asked(shown);
    return answer(() ->
        clients.values().stream()
            .filter(client -> client.shown().stream().anyMatch(shown::contains))
            .toList());
  }

  @Override
  public CompletionStage<List<ClientRecord>> page(String afterName, int countMax) {
    return answer(
        () -> clients.tailMap(afterName, false).values().stream().limit(countMax).toList());
  }

  @Override
  public CompletionStage<Boolean> add(ClientRecord client) {
    return answer(() -> clients.putIfAbsent(client.name(), client) == null)
        .whenComplete((_, _) -> tell(client.name()));
  }

  @Override
  public CompletionStage<Void> put(List<ClientRecord> some) {
    return this.<Void>answer(
            () -> {
              some.forEach(client -> clients.put(client.name(), client));
              return null;
            })
        .whenComplete((_, _) -> some.forEach(client -> tell(client.name())));
  }

  @Override
  public CompletionStage<Integer> remove(Set<String> names) {
    return answer(
            () -> {
              int before = clients.size();
              clients.keySet().removeAll(names);
              return before - clients.size();
            })
        .whenComplete((_, _) -> names.forEach(this::tell));
  }

  @Override
  public CompletionStage<Integer> count() {
    return answer(clients::size);
  }

  @Override
  public Watching watch(Consumer<String> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /// What [#named] and [#showing] were asked, oldest first.
  public synchronized List<Set<String>> questions() {
    return List.copyOf(questions);
  }

  /// Answers nothing from now on until told to.
  public synchronized void hold() {
    isHolding = true;
  }

  /// Gives the answers that were held, and those to come at once.
  public void release() {
    List<Runnable> all;
    synchronized (this) {
      isHolding = false;
      all = List.copyOf(held);
      held.clear();
    }
    all.forEach(Runnable::run);
  }

  /// Fails every call from now on, or no longer.
  public synchronized void fail(boolean fails) {
    isFailing = fails;
  }

  private synchronized void asked(Set<String> question) {
    questions.add(Set.copyOf(question));
  }

  private void tell(String name) {
    listeners.forEach(listener -> listener.accept(name));
  }

  private <T> CompletableFuture<T> answer(Supplier<T> work) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Runnable doing =
        () -> {
          T worked;
          synchronized (this) {
            worked = work.get();
          }
          answer.complete(worked);
        };
    boolean isHeld;
    synchronized (this) {
      if (isFailing) {
        return CompletableFuture.failedFuture(new IllegalStateException("the grid is away"));
      }
      isHeld = isHolding;
      if (isHeld) {
        held.add(doing);
      }
    }
    if (!isHeld) {
      doing.run();
    }
    return answer;
  }
}
