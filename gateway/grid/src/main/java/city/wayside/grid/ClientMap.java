package city.wayside.grid;

import city.wayside.grid.form.Forms;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.ClientRegistry;
import com.hazelcast.core.EntryEvent;
import com.hazelcast.map.IMap;
import com.hazelcast.map.listener.EntryAddedListener;
import com.hazelcast.map.listener.EntryRemovedListener;
import com.hazelcast.map.listener.EntryUpdatedListener;
import com.hazelcast.query.PagingPredicate;
import com.hazelcast.query.Predicate;
import com.hazelcast.query.Predicates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The clients that may connect, by name, with an index on what they show. Hazelcast blocks for
/// most of this, so each call has a virtual thread of its own.
final class ClientMap implements ClientRegistry {

  private static final Logger LOG = LoggerFactory.getLogger(ClientMap.class);

  /// So many writes are under way at once; each waits for its backups.
  private static final int WRITES_AT_ONCE_MAX = 1000;

  private static final Executor THREADS =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("clients-", 0).factory());

  private final IMap<String, ClientRecord> clients;

  ClientMap(IMap<String, ClientRecord> clients) {
    this.clients = clients;
  }

  @Override
  public CompletionStage<Map<String, ClientRecord>> named(Set<String> names) {
    return asked(() -> Map.copyOf(clients.getAll(names)));
  }

  @Override
  public CompletionStage<List<ClientRecord>> showing(Set<String> shown) {
    Predicate<String, ClientRecord> showsOne =
        Predicates.in(Forms.SHOWN + "[any]", shown.toArray(String[]::new));
    return asked(() -> List.copyOf(clients.values(showsOne)));
  }

  @Override
  public CompletionStage<List<ClientRecord>> page(String afterName, int countMax) {
    PagingPredicate<String, ClientRecord> next =
        Predicates.pagingPredicate(Predicates.greaterThan("__key", afterName), countMax);
    return asked(() -> {
      Set<String> names = new HashSet<>(clients.keySet(next));
      return clients.getAll(names).entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .map(Map.Entry::getValue)
          .toList();
    });
  }

  @Override
  public CompletionStage<Boolean> add(ClientRecord client) {
    return asked(() -> clients.putIfAbsent(client.name(), client) == null);
  }

  @Override
  public CompletionStage<Void> put(List<ClientRecord> some) {
    return asked(() -> {
      for (int from = 0; from < some.size(); from += WRITES_AT_ONCE_MAX) {
        List<CompletableFuture<Void>> writes = new ArrayList<>();
        for (ClientRecord client :
            some.subList(from, Math.min(some.size(), from + WRITES_AT_ONCE_MAX))) {
          writes.add(clients.setAsync(client.name(), client).toCompletableFuture());
        }
        CompletableFuture.allOf(writes.toArray(CompletableFuture[]::new)).join();
      }
      return null;
    });
  }

  @Override
  public CompletionStage<Integer> remove(Set<String> names) {
    return asked(() -> {
      int removed = 0;
      for (String name : names) {
        removed += clients.remove(name) == null ? 0 : 1;
      }
      return removed;
    });
  }

  @Override
  public CompletionStage<Integer> count() {
    return asked(clients::size);
  }

  private static <T> CompletionStage<T> asked(Supplier<T> question) {
    return CompletableFuture.supplyAsync(question, THREADS);
  }

  @Override
  public Watching watch(Consumer<String> listener) {
    UUID id = clients.addEntryListener(new Names(listener), false);
    return () -> {
      try {
        clients.removeEntryListener(id);
      } catch (RuntimeException e) {
        LOG.debug("the grid has gone before its listener", e);
      }
    };
  }

  /// Passes the names of changed clients on.
  private record Names(Consumer<String> listener)
      implements EntryAddedListener<String, ClientRecord>,
          EntryUpdatedListener<String, ClientRecord>,
          EntryRemovedListener<String, ClientRecord> {

    @Override
    public void entryAdded(EntryEvent<String, ClientRecord> event) {
      listener.accept(event.getKey());
    }

    @Override
    public void entryUpdated(EntryEvent<String, ClientRecord> event) {
      listener.accept(event.getKey());
    }

    @Override
    public void entryRemoved(EntryEvent<String, ClientRecord> event) {
      listener.accept(event.getKey());
    }
  }
}
