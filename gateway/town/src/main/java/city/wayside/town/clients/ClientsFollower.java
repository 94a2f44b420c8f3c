package city.wayside.town.clients;

import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.ClientRegistry;
import city.wayside.town.file.FileVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the registry as the clients file says, for the clients that came from it: it is looked at
/// now and then, and when it has changed, so does the registry. A file that cannot be used changes
/// nothing. Clients that commands have entered stay, unless the file has one of the same name.
public final class ClientsFollower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ClientsFollower.class);

  /// So many clients are looked up, entered and forgotten at a time.
  private static final int AT_ONCE_MAX = 1000;

  private static final long ANSWER_S_MAX = 30;

  private final Path file;
  private final long lookEveryMs;
  private final ClientRegistry registry;
  private final BooleanSupplier leads;
  private @Nullable FileVersion seen;
  private @Nullable Thread thread;

  /// @param file the clients file
  /// @param leads true while this process is the one whose file counts
  public ClientsFollower(
      Path file, long lookEveryMs, ClientRegistry registry, BooleanSupplier leads) {
    this.file = file;
    this.lookEveryMs = lookEveryMs;
    this.registry = registry;
    this.leads = leads;
  }

  /// Enters the clients of the file, and from now on those of every later version of it.
  ///
  /// @throws ClientsException when the file cannot be used as it is now
  public void start() throws ClientsException, InterruptedException {
    look();
    thread = Thread.ofVirtual().name("clients-file").start(this::follow);
  }

  private void follow() {
    try {
      while (true) {
        Thread.sleep(lookEveryMs);
        try {
          look();
        } catch (ClientsException e) {
          LOG.error("the clients stay as they are, because of\n{}", e.getMessage());
        } catch (RuntimeException e) {
          LOG.warn("the clients file cannot be followed now, trying again: {}", e.toString());
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Looks at the file once.
  ///
  /// @throws ClientsException once for every version of the file that cannot be used
  void look() throws ClientsException, InterruptedException {
    if (!leads.getAsBoolean()) {
      // When the process that leads has gone, the file may say something else than that one's.
      seen = null;
      return;
    }
    // Before it is read: what is written meanwhile is another version.
    FileVersion now = FileVersion.of(file);
    if (now.equals(seen)) {
      return;
    }
    try {
      apply(ClientsFile.read(file).clients());
      seen = now;
    } catch (ClientsException e) {
      seen = now;
      throw e;
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("the clients of {} are not in the grid yet, trying again: {}", file, e.toString());
    }
  }

  private void apply(List<ClientRecord> clients)
      throws InterruptedException, ExecutionException, TimeoutException {
    int entered = 0;
    Set<String> names = new HashSet<>();
    for (int from = 0; from < clients.size(); from += AT_ONCE_MAX) {
      Map<String, ClientRecord> wanted = new HashMap<>();
      clients
          .subList(from, Math.min(clients.size(), from + AT_ONCE_MAX))
          .forEach(client -> wanted.put(client.name(), client.withFromFile(true)));
      Map<String, ClientRecord> known = answer(registry.named(Set.copyOf(wanted.keySet())));
      List<ClientRecord> changed =
          wanted.values().stream()
              .filter(client -> !client.equals(known.get(client.name())))
              .toList();
      answer(registry.put(changed));
      entered += changed.size();
      names.addAll(wanted.keySet());
    }
    int forgotten = forget(names);
    LOG.info(
        "{} has {} client(s): {} entered or changed, {} forgotten",
        file,
        clients.size(),
        entered,
        forgotten);
  }

  private int forget(Set<String> names)
      throws InterruptedException, ExecutionException, TimeoutException {
    int forgotten = 0;
    String after = "";
    while (true) {
      List<ClientRecord> page = answer(registry.page(after, AT_ONCE_MAX));
      if (page.isEmpty()) {
        return forgotten;
      }
      after = page.getLast().name();
      List<String> gone = new ArrayList<>();
      for (ClientRecord client : page) {
        if (client.isFromFile() && !names.contains(client.name())) {
          gone.add(client.name());
        }
      }
      if (!gone.isEmpty()) {
        forgotten += Objects.requireNonNull(answer(registry.remove(Set.copyOf(gone))));
      }
    }
  }

  private static <T extends @Nullable Object> T answer(CompletionStage<T> stage)
      throws InterruptedException, ExecutionException, TimeoutException {
    return stage.toCompletableFuture().get(ANSWER_S_MAX, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    if (thread != null) {
      thread.interrupt();
    }
  }
}
