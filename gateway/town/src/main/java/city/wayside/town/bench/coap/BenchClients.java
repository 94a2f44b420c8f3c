package city.wayside.town.bench.coap;

import city.wayside.kit.coap.DerivedKeys;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.ClientRole;
import city.wayside.town.clients.ClientsException;
import city.wayside.town.clients.ClientsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A clients file for one benchmark.
///
/// @param folder holds it, and goes with it
/// @param file the file
record BenchClients(Path folder, Path file) implements AutoCloseable {

  private static final double RATE_PER_S = 100_000;

  /// The vehicles of several runs: as many clients, each of which is another station in each run.
  ///
  /// @param firstStationId the first station of the first run
  /// @param clients how many there are, and how many stations each run has
  /// @param count how many runs
  record Generations(long firstStationId, int clients, int count) {

    /// The client of a station.
    String identity(long stationId) {
      return "v-" + Math.floorMod(stationId - firstStationId, (long) clients);
    }

    private Set<Long> stations(int client) {
      Set<Long> stations = new HashSet<>();
      for (int generation = 0; generation < count; generation++) {
        stations.add(firstStationId + (long) generation * clients + client);
      }
      return stations;
    }
  }

  /// Writes it.
  static BenchClients write(Generations generations, long nowMs) throws IOException {
    Path folder = Files.createTempDirectory("wayside-bench-");
    BenchClients made = new BenchClients(folder, folder.resolve("clients.jsonl"));
    try {
      ClientsFile file = ClientsFile.readOrNew(made.file);
      for (int client = 0; client < generations.clients(); client++) {
        String identity = generations.identity(generations.firstStationId() + client);
        file.put(
            new ClientRecord(
                identity,
                ClientRole.VEHICLE,
                generations.stations(client),
                null,
                RATE_PER_S,
                true,
                true,
                List.of(DerivedKeys.of(identity)),
                nowMs));
      }
      file.write();
      return made;
    } catch (ClientsException e) {
      made.close();
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(folder);
  }
}
