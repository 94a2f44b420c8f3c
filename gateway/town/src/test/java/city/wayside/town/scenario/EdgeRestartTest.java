package city.wayside.town.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.wayside.kit.load.Hazards;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import city.wayside.road.network.RoadNetwork;
import city.wayside.town.compose.Bundled;
import city.wayside.town.compose.Role;
import city.wayside.town.compose.Town;
import city.wayside.town.compose.TownPlan;
import city.wayside.town.compose.WaysideConfig;
import city.wayside.town.config.ConfigReader;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Two edge nodes over one grid. Vehicles warn all the time and change from one to the other, and
/// one of the two is started anew meanwhile: who listens hears every warning that was acknowledged.
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class EdgeRestartTest {

  private static final int VEHICLES = 20;
  private static final int WARNINGS_BEFORE = 300;
  private static final int WARNINGS_AFTER = 300;

  /// After so many warnings a vehicle connects at the other edge node and leaves its old connection
  /// to be found.
  private static final int WARNINGS_PER_CONNECTION = 15;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RoadNetwork network;
  private final AtomicReferenceArray<Town> edges = new AtomicReferenceArray<>(2);
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Set<String> heard = ConcurrentHashMap.newKeySet();
  private final Map<Mqtt5DisconnectReasonCode, AtomicInteger> partings =
      new EnumMap<>(Mqtt5DisconnectReasonCode.class);
  private final AtomicInteger afterRestart = new AtomicInteger();

  private volatile boolean isRestarted;
  private volatile boolean goesOn = true;

  EdgeRestartTest() throws Exception {
    network = Bundled.network();
    for (Mqtt5DisconnectReasonCode code : Mqtt5DisconnectReasonCode.values()) {
      partings.put(code, new AtomicInteger());
    }
  }

  private Town launch(Role role, Map<String, String> more) throws Exception {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "WAYSIDE_EDGE_MQTT_PORT", "0",
                "WAYSIDE_EDGE_MQTT_WEB_SOCKET_PORT", "0",
                "WAYSIDE_EDGE_COAP_PORT", "0",
                "WAYSIDE_EDGE_PRESSURE_LAG_FROM_MS", "59000",
                "WAYSIDE_EDGE_PRESSURE_LAG_FULL_MS", "60000",
                "WAYSIDE_SERVER_PORT", "0",
                "WAYSIDE_GRID_PORT", "0",
                "WAYSIDE_GRID_CLUSTER_NAME", "restart-" + ProcessHandle.current().pid()));
    settings.putAll(more);
    WaysideConfig config = new ConfigReader<>(WaysideConfig.class, settings).defaults();
    String runId = more.getOrDefault("WAYSIDE_EDGE_MQTT_SERVER_REFERENCE", role.word());
    return Town.launch(
        new TownPlan(config, Set.of(role), network, InstantSource.system(), runId, "test"));
  }

  /// @param reference where it sends its clients when it stops; unique for every start
  private Town edge(Town gateway, String reference) throws Exception {
    return launch(
        Role.EDGE_NODE,
        Map.of(
            "WAYSIDE_GRID_MEMBERS",
            gateway.gridAddress(),
            "WAYSIDE_EDGE_MQTT_SERVER_REFERENCE",
            reference));
  }

  @Test
  void nothingAcknowledgedIsLostWhenAnEdgeNodeIsStartedAnew() throws Exception {
    try (Town gateway = launch(Role.GATEWAY, Map.of());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      edges.set(0, edge(gateway, "one.example"));
      edges.set(1, edge(gateway, "two.example"));
      Mqtt5AsyncClient _ = listen(1);
      List<Future<?>> vehicles = new ArrayList<>();
      for (int number = 1; number <= VEHICLES; number++) {
        int stationId = number;
        vehicles.add(threads.submit(() -> drive(stationId)));
      }

      await().atMost(PATIENCE).until(() -> acknowledged.size() >= WARNINGS_BEFORE);
      edges.get(1).close();
      Mqtt5AsyncClient listener = listen(0);
      edges.set(1, edge(gateway, "two-again.example"));
      isRestarted = true;
      await().atMost(PATIENCE).until(() -> afterRestart.get() >= WARNINGS_AFTER);
      goesOn = false;
      for (Future<?> vehicle : vehicles) {
        vehicle.get(2, TimeUnit.MINUTES);
      }

      await().atMost(PATIENCE).untilAsserted(() -> assertThat(heard).containsAll(acknowledged));
      assertThat(count(Mqtt5DisconnectReasonCode.SESSION_TAKEN_OVER)).isPositive();
      assertThat(count(Mqtt5DisconnectReasonCode.USE_ANOTHER_SERVER)).isPositive();
      listener.disconnect().get(10, TimeUnit.SECONDS);
      edges.get(0).close();
      edges.get(1).close();
    }
  }

  private int count(Mqtt5DisconnectReasonCode code) {
    return partings.getOrDefault(code, new AtomicInteger()).get();
  }

  private Mqtt5AsyncClient client(String id, int edge) {
    return MqttClient.builder()
        .useMqttVersion5()
        .identifier(id)
        .serverHost("127.0.0.1")
        .serverPort(edges.get(edge).mqttPort())
        .addDisconnectedListener(context -> {
          if (context.getCause() instanceof Mqtt5DisconnectException told) {
            partings
                .getOrDefault(told.getMqttMessage().getReasonCode(), new AtomicInteger())
                .incrementAndGet();
          }
        })
        .buildAsync();
  }

  /// Listens everywhere, in a session that outlasts its connections.
  private Mqtt5AsyncClient listen(int edge) throws Exception {
    Mqtt5AsyncClient client = client("listener", edge);
    client.publishes(
        MqttGlobalPublishFilter.ALL,
        (Mqtt5Publish publish) -> heard.add(HexFormat.of().formatHex(publish.getPayloadAsBytes())));
    get(client.connectWith().cleanStart(false).sessionExpiryInterval(600).send());
    get(client.subscribeWith().topicFilter("v1/geo/#").qos(MqttQos.AT_LEAST_ONCE).send());
    return client;
  }

  /// Sends warnings one after the other, each until it is acknowledged.
  private void drive(int stationId) {
    int edge = stationId % 2;
    Mqtt5AsyncClient client = null;
    int sequence = 1;
    byte[] warning = warning(stationId, sequence);
    while (goesOn) {
      try {
        if (client == null) {
          client = client("vehicle-" + stationId, edge);
          get(client.connect());
        }
        get(
            client
                .publishWith()
                .topic("v1/up/" + stationId + "/denm")
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(warning)
                .send());
        acknowledged.add(HexFormat.of().formatHex(warning));
        if (edge == 1 && isRestarted) {
          afterRestart.incrementAndGet();
        }
        if (sequence % WARNINGS_PER_CONNECTION == 0) {
          edge = 1 - edge;
          client = null;
        }
        warning = warning(stationId, ++sequence);
      } catch (Exception broken) {
        edge = 1 - edge;
        client = null;
      }
    }
    if (client != null) {
      client.disconnect().join();
    }
  }

  private byte[] warning(int stationId, int sequence) {
    int segment = stationId;
    Report where =
        new Report(
            stationId,
            StationType.PASSENGER_CAR,
            MessageKind.DENM,
            InstantSource.system().millis(),
            network.latDeg(segment, 1),
            network.lonDeg(segment, 1),
            10,
            90,
            Double.NaN);
    return Hazards.denm(where, sequence);
  }

  private static <T> T get(CompletableFuture<T> future) throws Exception {
    return future.get(20, TimeUnit.SECONDS);
  }
}
