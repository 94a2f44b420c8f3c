package city.wayside.town.clients;

import city.wayside.model.client.ClientRecord;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Clients in a file. A gateway that follows the file takes changes in within seconds.
public final class FileStore implements ClientStore {

  private final ClientsFile file;

  /// The clients of a file.
  ///
  /// @param mayBeNew true when there need not be one yet
  /// @throws ClientsException when it cannot be used
  public FileStore(Path file, boolean mayBeNew) throws ClientsException {
    this.file = mayBeNew ? ClientsFile.readOrNew(file) : ClientsFile.read(file);
  }

  @Override
  public Optional<ClientRecord> client(String name) {
    return file.client(name);
  }

  @Override
  public List<ClientRecord> showing(Set<String> shown) {
    return file.clients().stream()
        .filter(client -> client.shown().stream().anyMatch(shown::contains))
        .toList();
  }

  @Override
  public List<ClientRecord> page(String afterName, int countMax) {
    return file.clients().stream()
        .filter(client -> client.name().compareTo(afterName) > 0)
        .sorted(Comparator.comparing(ClientRecord::name))
        .limit(countMax)
        .toList();
  }

  @Override
  public void put(ClientRecord client) throws ClientsException {
    file.put(client);
    file.write();
  }

  @Override
  public void remove(String name) throws ClientsException {
    if (file.remove(name)) {
      file.write();
    }
  }

  @Override
  public void close() {
    // Written at once.
  }
}
