package city.wayside.town.scenario;

import city.wayside.road.network.RoadNetwork;
import city.wayside.town.compose.Role;
import city.wayside.town.compose.Town;
import city.wayside.town.compose.TownPlan;
import city.wayside.town.compose.WaysideConfig;
import city.wayside.town.config.ConfigReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;

/// A town of all roles on free ports, and what it answers over HTTP.
///
/// @param town the running town
/// @param http asks it
record TestTown(Town town, HttpClient http) implements AutoCloseable {

  static TestTown launch(RoadNetwork network, InstantSource clock) throws Exception {
    Map<String, String> settings =
        Map.of(
            "WAYSIDE_EDGE_MQTT_PORT", "0",
            "WAYSIDE_EDGE_MQTT_WEB_SOCKET_PORT", "0",
            "WAYSIDE_EDGE_COAP_PORT", "0",
            "WAYSIDE_EDGE_PRESSURE_LAG_FROM_MS", "59000",
            "WAYSIDE_EDGE_PRESSURE_LAG_FULL_MS", "60000",
            "WAYSIDE_SERVER_PORT", "0",
            "WAYSIDE_GRID_PORT", "0",
            "WAYSIDE_GRID_CLUSTER_NAME", "scenario-" + ProcessHandle.current().pid(),
            "WAYSIDE_ADAPTERS_DATEX2_TIER", "operator");
    WaysideConfig config = new ConfigReader<>(WaysideConfig.class, settings).defaults();
    TownPlan plan =
        new TownPlan(config, EnumSet.allOf(Role.class), network, clock, "scenario", "test");
    return new TestTown(Town.launch(plan), HttpClient.newHttpClient());
  }

  String url(String path) {
    return "http://127.0.0.1:" + town.httpPort() + path;
  }

  String get(String path) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(URI.create(url(path))).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  @Override
  public void close() {
    http.close();
    town.close();
  }
}
