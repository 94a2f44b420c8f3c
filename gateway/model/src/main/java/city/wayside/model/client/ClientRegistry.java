package city.wayside.model.client;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/// Every client that may connect. Nothing here blocks; answers come on any thread, and are failed
/// when the grid did not answer. To be asked for many clients at a time.
public interface ClientRegistry {

  /// The clients with these names; one that is not registered has no entry.
  CompletionStage<Map<String, ClientRecord>> named(Set<String> names);

  /// The clients that have one of these credentials, see [Credential#shown()], in no order.
  CompletionStage<List<ClientRecord>> showing(Set<String> shown);

  /// One page of all clients, ascending by name.
  ///
  /// @param afterName the last name of the page before; empty for the first page
  /// @param countMax how many at most
  CompletionStage<List<ClientRecord>> page(String afterName, int countMax);

  /// Enters a client.
  ///
  /// @return false when there is one of that name, which stays as it is
  CompletionStage<Boolean> add(ClientRecord client);

  /// Enters clients, each in place of the one of its name.
  ///
  /// @return done when the grid and its backups have them
  CompletionStage<Void> put(List<ClientRecord> clients);

  /// Forgets clients.
  ///
  /// @return how many of them there were
  CompletionStage<Integer> remove(Set<String> names);

  /// How many clients there are.
  CompletionStage<Integer> count();

  /// Tells the name of each client that is entered, changed or forgotten, as soon as it is known
  /// here. A name may be told twice, and is not told while the grid is out of reach: look again now
  /// and then.
  ///
  /// @param listener called on the grid's threads; returns at once
  Watching watch(Consumer<String> listener);

  /// What goes on until it is closed.
  interface Watching extends AutoCloseable {
    @Override
    void close();
  }
}
