package city.wayside.town.clients;

import city.wayside.grid.Grid;
import city.wayside.grid.GridConfig;
import city.wayside.grid.GridException;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.ClientRegistry;
import city.wayside.model.telemetry.Telemetry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Clients in a running grid.
public final class GridStore implements ClientStore {

  /// How long a member is looked for.
  private static final long CONNECT_MS_MAX = 5_000;

  private static final long ANSWER_S_MAX = 60;

  private final Grid grid;
  private final ClientRegistry registry;

  private GridStore(Grid grid) {
    this.grid = grid;
    this.registry = grid.clients();
  }

  /// The clients of the grid that the settings name.
  ///
  /// @throws ClientsException when no member answers
  public static GridStore connect(GridConfig config, InstantSource clock) throws ClientsException {
    try {
      return new GridStore(Grid.client(config, CONNECT_MS_MAX, Telemetry.none(), clock));
    } catch (GridException e) {
      throw new ClientsException(
          e.getMessage()
              + "; start `wayside run`, give its --config, or give a clients file with --file");
    }
  }

  @Override
  public Optional<ClientRecord> client(String name) throws ClientsException {
    return Optional.ofNullable(answer(registry.named(Set.of(name))).get(name));
  }

  @Override
  public List<ClientRecord> showing(Set<String> shown) throws ClientsException {
    return shown.isEmpty() ? List.of() : answer(registry.showing(shown));
  }

  @Override
  public List<ClientRecord> page(String afterName, int countMax) throws ClientsException {
    return answer(registry.page(afterName, countMax));
  }

  @Override
  public void put(ClientRecord client) throws ClientsException {
    answer(registry.put(List.of(client)));
  }

  @Override
  public void remove(String name) throws ClientsException {
    int _ = answer(registry.remove(Set.of(name)));
  }

  private static <T extends @Nullable Object> T answer(CompletionStage<T> stage)
      throws ClientsException {
    try {
      return stage.toCompletableFuture().get(ANSWER_S_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new ClientsException("the grid did not answer (" + e + "); try again");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClientsException("interrupted while the grid was asked");
    }
  }

  @Override
  public void close() {
    grid.close();
  }
}
