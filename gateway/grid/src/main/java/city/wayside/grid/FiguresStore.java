package city.wayside.grid;

import city.wayside.model.account.ClientFigures;
import city.wayside.model.account.ClientFiguresSink;
import city.wayside.model.account.RefusalRecord;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.ringbuffer.OverflowPolicy;
import com.hazelcast.ringbuffer.ReadResultSet;
import com.hazelcast.ringbuffer.Ringbuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// What edge nodes tell of their clients: a map of figures, in which each edge node has an entry of
/// its own for a client, so that the last word of one that the client has left does not hide the
/// first of the next; and a ring of refusals.
final class FiguresStore implements ClientFiguresSink, ClientRecords {

  /// Figures are put into bytes on a thread of their own, so that an event loop never does it.
  private static final Executor THREADS =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("figures-", 0).factory());

  private final IMap<String, ClientFigures> clients;
  private final Ringbuffer<RefusalRecord> refusals;
  private final Supplier<CompletableFuture<?>> backups;

  /// @param backups done when the backups have what was written so far
  FiguresStore(HazelcastInstance hazelcast, Supplier<CompletableFuture<?>> backups) {
    this.clients = hazelcast.getMap(Store.CLIENT_FIGURES);
    this.refusals = hazelcast.getRingbuffer(Store.REFUSALS);
    this.backups = backups;
  }

  @Override
  public CompletionStage<Void> send(
      List<ClientFigures> newFigures, List<RefusalRecord> newRefusals) {
    return CompletableFuture.completedFuture(null)
        .thenComposeAsync(_ -> write(newFigures, newRefusals), THREADS)
        .exceptionallyCompose(failure ->
            CompletableFuture.failedFuture(
                new GridException("clients' figures may not have reached the grid", failure)));
  }

  private CompletableFuture<Void> write(
      List<ClientFigures> newFigures, List<RefusalRecord> newRefusals) {
    Map<String, ClientFigures> entries = HashMap.newHashMap(newFigures.size());
    for (ClientFigures figures : newFigures) {
      // A client's id may have any letters; an edge node's has no line breaks.
      entries.put(figures.edgeId() + "\n" + figures.clientId(), figures);
    }
    CompletableFuture<?> figuresWritten =
        entries.isEmpty()
            ? CompletableFuture.completedFuture(null)
            : clients.setAllAsync(entries).toCompletableFuture();
    CompletableFuture<?> refusalsWritten =
        newRefusals.isEmpty()
            ? CompletableFuture.completedFuture(null)
            : refusals.addAllAsync(newRefusals, OverflowPolicy.OVERWRITE).toCompletableFuture();
    return CompletableFuture.allOf(figuresWritten, refusalsWritten)
        .thenCompose(_ -> backups.get())
        .thenAccept(_ -> {});
  }

  @Override
  public List<ClientFigures> clients(int countMax) {
    List<ClientFigures> found = new ArrayList<>(clients.values());
    found.sort(
        Comparator.<ClientFigures>comparingLong(figures -> figures.counts().receivedCount())
            .reversed()
            .thenComparing(ClientFigures::clientId)
            .thenComparing(ClientFigures::edgeId));
    return List.copyOf(found.subList(0, Math.min(countMax, found.size())));
  }

  @Override
  public List<RefusalRecord> refusals(int countMax) {
    long last = refusals.tailSequence();
    int wanted = Math.min(countMax, REFUSALS_AT_ONCE_MAX);
    long first = Math.max(Math.max(0, refusals.headSequence()), last - wanted + 1);
    if (wanted <= 0 || first > last) {
      return List.of();
    }
    ReadResultSet<RefusalRecord> read;
    try {
      read =
          refusals
              .readManyAsync(first, 0, (int) (last - first + 1), null)
              .toCompletableFuture()
              .join();
    } catch (CompletionException e) {
      throw new IllegalStateException("the refusals cannot be read", e.getCause());
    }
    List<RefusalRecord> found = new ArrayList<>(read.size());
    for (int i = read.size() - 1; i >= 0; i--) {
      found.add(read.get(i));
    }
    return List.copyOf(found);
  }
}
