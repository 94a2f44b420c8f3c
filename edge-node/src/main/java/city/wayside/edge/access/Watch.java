package city.wayside.edge.access;

import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.ClientRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has clients that are in judged anew: at once when the registry tells of a change, and all of
/// them now and then, for a change may be told while the grid is out of reach, or between a
/// client's admission and its entry into its endpoint's list.
final class Watch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  /// When so many clients have changed, all that are connected are looked up instead.
  private static final int CHANGED_MAX = 10_000;

  /// After a failure it is tried again so much later.
  private static final long RETRY_MS = 1_000;

  private final ClientRegistry registry;
  private final LookupConfig config;
  private final Grants grants;
  private final InstantSource clock;
  private final List<Guests> guests = new CopyOnWriteArrayList<>();

  /// Names of clients that have changed. Guarded by this, as is the flag.
  private final Set<String> changed = new HashSet<>();

  private boolean isAllChanged;
  private @Nullable Thread thread;

  Watch(ClientRegistry registry, LookupConfig config, Grants grants, InstantSource clock) {
    this.registry = registry;
    this.config = config;
    this.grants = grants;
    this.clock = clock;
  }

  /// Begins to look at what has changed.
  void start() {
    thread = Thread.ofVirtual().name("access-watch").start(this::watchForEver);
  }

  /// Watches over the clients of one more endpoint.
  void add(Guests some) {
    guests.add(some);
  }

  /// A client was entered, changed or forgotten. Any thread; returns at once.
  synchronized void changed(String name) {
    if (changed.size() < CHANGED_MAX) {
      changed.add(name);
    } else {
      isAllChanged = true;
      changed.clear();
    }
    notifyAll();
  }

  private void watchForEver() {
    long waitMs = config.reviewMs();
    try {
      while (true) {
        boolean isTime = !awaitChange(waitMs);
        waitMs = turn(isTime) ? config.reviewMs() : RETRY_MS;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("WaitNotInLoop") // Woken for nothing it looks once more, and waits again.
  private synchronized boolean awaitChange(long waitMs) throws InterruptedException {
    if (changed.isEmpty() && !isAllChanged) {
      wait(waitMs);
    }
    return !changed.isEmpty() || isAllChanged;
  }

  /// Has the clients judged that have changed.
  ///
  /// @param all true to have all judged
  /// @return false when the registry did not answer; the next turn takes all
  boolean turn(boolean all) throws InterruptedException {
    Set<String> names = new HashSet<>();
    guests.forEach(some -> names.addAll(some.names()));
    synchronized (this) {
      if (!all && !isAllChanged) {
        names.retainAll(changed);
      }
      changed.clear();
      isAllChanged = false;
    }
    List<String> left = new ArrayList<>(names);
    for (int from = 0; from < left.size(); from += config.batchMax()) {
      List<String> some = left.subList(from, Math.min(left.size(), from + config.batchMax()));
      if (!review(Set.copyOf(some))) {
        synchronized (this) {
          isAllChanged = true;
        }
        return false;
      }
    }
    return true;
  }

  private boolean review(Set<String> names) throws InterruptedException {
    Map<String, ClientRecord> found;
    try {
      found =
          registry
              .named(names)
              .toCompletableFuture()
              .get(config.timeoutMs(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("clients could not be looked up again", e);
      return false;
    }
    Map<String, Optional<ClientRecord>> looked = HashMap.newHashMap(names.size());
    names.forEach(name -> looked.put(name, Optional.ofNullable(found.get(name))));
    Review review = new RecordReview(looked, grants, clock.millis());
    guests.forEach(some -> some.review(review));
    return true;
  }

  @Override
  public void close() {
    if (thread != null) {
      thread.interrupt();
    }
  }
}
