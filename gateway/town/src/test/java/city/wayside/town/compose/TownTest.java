package city.wayside.town.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.wayside.kit.fake.PacedClock;
import city.wayside.road.network.RoadNetwork;
import city.wayside.town.config.ConfigReader;
import city.wayside.town.scenario.TestVehicle;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TownTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newHttpClient();
  private final PacedClock clock = PacedClock.like(InstantSource.system());

  @Test
  void aVehicleIsSeenAndItsTrafficIsPublished() throws Exception {
    RoadNetwork network = Bundled.network();
    int segment = TestVehicle.longSegment(network);
    String segmentId = network.segmentId(segment);
    try (Town town = Town.launch(plan(network, Map.of(), EnumSet.allOf(Role.class)))) {
      assertThat(get(town, "/health/ready").statusCode()).isEqualTo(200);
      clock.jumpToNextMinute();

      TestVehicle.drive(clock, network, segment, town.mqttPort());

      HttpResponse<String> station = get(town, "/api/v1/stations/" + TestVehicle.STATION);
      assertThat(station.statusCode()).isEqualTo(200);
      assertThat(station.body()).contains("\"segmentId\":\"" + segmentId + "\"");

      clock.jump(70_000);
      await()
          .atMost(PATIENCE)
          .untilAsserted(() ->
              assertThat(get(town, "/api/v1/traffic?window=60").body())
                  .contains("\"segmentId\":\"" + segmentId + "\"", "\"vehicles\":1,"));
      await()
          .atMost(PATIENCE)
          .untilAsserted(() ->
              assertThat(get(town, "/feeds/datex2/measured-data.xml").body()).contains(segmentId));
      assertThat(get(town, "/metrics").body())
          .contains(
              "wayside_edge_messages_admitted_total{type=\"probe\"} "
                  + TestVehicle.PROBES
                  + ".0\n");
      assertThat(get(town, "/health/ready").body()).contains("grid", "edge-node", "roll-up");
    }
  }

  @Test
  void anEdgeNodeOnItsOwnIsAClientOfTheGrid() throws Exception {
    RoadNetwork network = Bundled.network();
    try (Town gateway = Town.launch(plan(network, Map.of(), Set.of(Role.GATEWAY)));
        Town edge =
            Town.launch(
                plan(
                    network,
                    Map.of("WAYSIDE_GRID_MEMBERS", gateway.gridAddress()),
                    Set.of(Role.EDGE_NODE)))) {
      assertThat(gateway.mqttPort()).isEqualTo(0);
      assertThat(edge.gridAddress()).isEmpty();

      int segment = TestVehicle.longSegment(network);
      TestVehicle.drive(clock, network, segment, edge.mqttPort());

      assertThat(get(gateway, "/api/v1/stations/" + TestVehicle.STATION).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void whenAPartCannotStartTheOthersAreClosedAgain() throws Exception {
    RoadNetwork network = Bundled.network();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      Map<String, String> settings = Map.of("WAYSIDE_EDGE_MQTT_PORT", port);

      assertThatThrownBy(() -> Town.launch(plan(network, settings, EnumSet.allOf(Role.class))))
          .isInstanceOf(TownException.class)
          .hasMessageStartingWith("edge node: ")
          .hasMessageContaining(port);
      assertThat(Thread.getAllStackTraces().keySet())
          .noneMatch(thread -> thread.isAlive() && thread.getName().startsWith("hz."));
    }
  }

  private TownPlan plan(RoadNetwork network, Map<String, String> settings, Set<Role> roles)
      throws Exception {
    Map<String, String> variables =
        new HashMap<>(
            Map.of(
                "WAYSIDE_EDGE_MQTT_PORT", "0",
                "WAYSIDE_EDGE_MQTT_WEB_SOCKET_PORT", "0",
                "WAYSIDE_EDGE_COAP_PORT", "0",
                "WAYSIDE_SERVER_PORT", "0",
                "WAYSIDE_GRID_PORT", "0",
                "WAYSIDE_GRID_CLUSTER_NAME", "town-test-" + ProcessHandle.current().pid(),
                "WAYSIDE_ADAPTERS_DATEX2_TIER", "operator"));
    variables.putAll(settings);
    WaysideConfig config = new ConfigReader<>(WaysideConfig.class, variables).defaults();
    return new TownPlan(config, roles, network, clock, "edge-" + roles, "test");
  }

  private HttpResponse<String> get(Town town, String path)
      throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + town.httpPort() + path);
    return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }
}
