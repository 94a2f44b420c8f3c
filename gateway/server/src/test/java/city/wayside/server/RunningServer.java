package city.wayside.server;

import city.wayside.road.network.RoadNetwork;
import city.wayside.server.place.PlaceSources;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// A server on a free port with fakes behind it, and a client in front.
final class RunningServer implements AutoCloseable {

  static final Instant NOW = Instant.ofEpochMilli(Fixture.FOUR_MS).plusSeconds(90);

  final RoadNetwork network = Fixture.network();
  final FakeStations stations = new FakeStations();
  final FakeTraffic traffic = new FakeTraffic();
  final FakeChanges changes = new FakeChanges();
  final FakeClients clients = new FakeClients();
  final FakeMetrics metrics = new FakeMetrics();
  final AtomicReference<List<HealthCheck>> checks = new AtomicReference<>(List.of());
  final Vertx vertx = Vertx.vertx();
  final HttpClient client = HttpClient.newHttpClient();
  private final GatewayServer server;

  private RunningServer(
      ServerConfig config, PlaceSources places, Function<Vertx, List<Mount>> mounts) {
    ServerSources sources =
        new ServerSources(
            network,
            stations,
            traffic,
            places,
            changes,
            clients,
            metrics,
            () -> "wayside_edge_connections 3\n",
            checks::get,
            InstantSource.fixed(NOW),
            metrics);
    server = await(GatewayServer.start(vertx, config.withPort(0), sources, mounts.apply(vertx)));
  }

  static RunningServer start() {
    return start(ServerConfig.defaults());
  }

  static RunningServer start(PlaceSources places) {
    return new RunningServer(ServerConfig.defaults(), places, vertx -> List.of());
  }

  static RunningServer start(ServerConfig config) {
    return new RunningServer(config, PlaceSources.none(), vertx -> List.of());
  }

  static RunningServer start(Function<Vertx, List<Mount>> mounts) {
    return new RunningServer(ServerConfig.defaults(), PlaceSources.none(), mounts);
  }

  GatewayServer server() {
    return server;
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  /// Gets a path with headers given as name, value, name, value.
  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return client.send(request("GET", path, headers), BodyHandlers.ofString());
  }

  HttpResponse<byte[]> bytes(String path, String... headers)
      throws IOException, InterruptedException {
    return client.send(request("GET", path, headers), BodyHandlers.ofByteArray());
  }

  HttpResponse<String> send(String method, String path, String... headers)
      throws IOException, InterruptedException {
    return client.send(request(method, path, headers), BodyHandlers.ofString());
  }

  HttpRequest request(String method, String path, String... headers) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(uri(path)).method(method, HttpRequest.BodyPublishers.noBody());
    return (headers.length == 0 ? builder : builder.headers(headers)).build();
  }

  static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    client.close();
    await(server.close());
    await(vertx.close());
  }
}
