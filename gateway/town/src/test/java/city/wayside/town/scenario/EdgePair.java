package city.wayside.town.scenario;

import city.wayside.kit.net.FreePorts;
import city.wayside.model.telemetry.Metric;
import city.wayside.road.network.RoadNetwork;
import city.wayside.town.compose.Role;
import city.wayside.town.compose.Town;
import city.wayside.town.compose.TownPlan;
import city.wayside.town.compose.WaysideConfig;
import city.wayside.town.config.ConfigReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A gateway and two edge nodes over its grid, whose DTLS sessions belong together behind a
/// balancer that sprays. Each node has a number, ports and a folder that it keeps when it is
/// started anew.
final class EdgePair implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";
  private static final int COUNT = 2;

  private final RoadNetwork network;
  private final InstantSource clock;
  private final Path folder;
  private final int[] ports = {FreePorts.next(), FreePorts.next()};
  private final int[] innerPorts = {FreePorts.next(), FreePorts.next()};
  private final Town gateway;
  private final Town[] edges = new Town[COUNT];

  /// All processes of edge nodes there were.
  private final List<Town> processes = new ArrayList<>();

  /// @param clients the file of the registry
  /// @param folder has a folder for each node
  EdgePair(RoadNetwork network, InstantSource clock, Path clients, Path folder) throws Exception {
    this.network = network;
    this.clock = clock;
    this.folder = folder;
    this.gateway =
        launch(Role.GATEWAY, "gateway", Map.of("WAYSIDE_CLIENTS_FILE", clients.toString()));
    try {
      start(0);
      start(1);
    } catch (Exception | Error e) {
      close();
      throw e;
    }
  }

  private Town launch(Role role, String runId, Map<String, String> more) throws Exception {
    Map<String, String> settings = new HashMap<>(more);
    for (String port :
        List.of("EDGE_MQTT_PORT", "EDGE_MQTT_WEB_SOCKET_PORT", "EDGE_COAP_PORT", "SERVER_PORT")) {
      settings.put("WAYSIDE_" + port, "0");
    }
    settings.put("WAYSIDE_GRID_PORT", "0");
    settings.put("WAYSIDE_GRID_CLUSTER_NAME", "coap-nodes-" + ProcessHandle.current().pid());
    WaysideConfig config = new ConfigReader<>(WaysideConfig.class, settings).defaults();
    return Town.launch(new TownPlan(config, Set.of(role), network, clock, runId, "test"));
  }

  /// Starts a node that is not there, and comes back when it is ready.
  void start(int nodeId) throws Exception {
    Map<String, String> settings = new HashMap<>();
    settings.put("WAYSIDE_GRID_MEMBERS", gateway.gridAddress());
    settings.put("WAYSIDE_EDGE_ACCESS_MODE", "registered");
    settings.put("WAYSIDE_EDGE_PRESSURE_LAG_FROM_MS", "59000");
    settings.put("WAYSIDE_EDGE_PRESSURE_LAG_FULL_MS", "60000");
    Map<String, String> dtls =
        Map.of(
            "IS_ENABLED", "true",
            "PORT", Integer.toString(ports[nodeId]),
            "CLUSTER_IS_ENABLED", "true",
            "CLUSTER_NODE_ID", Integer.toString(nodeId),
            "CLUSTER_PORT", Integer.toString(innerPorts[nodeId]),
            "CLUSTER_KEY", "c".repeat(32),
            "CLUSTER_PEERS",
                "%s:%d,%s:%d".formatted(LOOPBACK, innerPorts[0], LOOPBACK, innerPorts[1]),
            "CLUSTER_BALANCER", "by-datagram",
            "HAND_OVER_FOLDER", handOver(nodeId).toString(),
            "HAND_OVER_KEY", "k".repeat(32));
    dtls.forEach((key, value) -> settings.put("WAYSIDE_EDGE_COAP_DTLS_" + key, value));
    Town started =
        launch(Role.EDGE_NODE, "edge-%d-%d".formatted(nodeId, processes.size()), settings);
    edges[nodeId] = started;
    processes.add(started);
  }

  private Path handOver(int nodeId) {
    return folder.resolve("node-" + nodeId);
  }

  /// Has the sessions gone that a node has left.
  void loseSessions(int nodeId) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(handOver(nodeId))) {
      for (Path file : left) {
        Files.delete(file);
      }
    }
  }

  /// Stops a node as a signal does.
  void stop(int nodeId) {
    edges[nodeId].close();
  }

  /// True when each node knows that the other one is there.
  boolean knowEachOther() {
    for (Town edge : edges) {
      if (edge.readings().total(Metric.EDGE_DTLS_NODES) != COUNT - 1) {
        return false;
      }
    }
    return true;
  }

  /// Where a node listens for clients.
  InetSocketAddress address(int nodeId) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), ports[nodeId]);
  }

  /// What all processes of both nodes have counted together.
  long count(Metric metric) {
    return processes.stream().mapToLong(each -> (long) each.readings().total(metric)).sum();
  }

  /// What they have counted of one kind.
  long count(Metric metric, String label) {
    return processes.stream()
        .mapToLong(each -> each.readings().read(metric).getOrDefault(label, 0.0).longValue())
        .sum();
  }

  @Override
  public void close() {
    processes.forEach(Town::close);
    gateway.close();
  }
}
