package city.wayside.town.clients;

import city.wayside.model.client.ClientRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where a command finds clients and leaves them: a file, or a running grid. Blocks.
public interface ClientStore extends AutoCloseable {

  /// The client of a name.
  Optional<ClientRecord> client(String name) throws ClientsException;

  /// The clients that have one of these credentials, see
  /// [city.wayside.model.client.Credential#shown()].
  List<ClientRecord> showing(Set<String> shown) throws ClientsException;

  /// One page of all clients, ascending by name.
  ///
  /// @param afterName the last name of the page before; empty for the first page
  List<ClientRecord> page(String afterName, int countMax) throws ClientsException;

  /// Enters a client, in place of the one of its name. Kept when it returns.
  void put(ClientRecord client) throws ClientsException;

  /// Forgets a client, if there is one of that name.
  void remove(String name) throws ClientsException;

  @Override
  void close();
}
