package city.wayside.town.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.wayside.town.compose.Bundled;
import city.wayside.town.compose.Role;
import city.wayside.town.compose.Town;
import city.wayside.town.compose.TownException;
import city.wayside.town.compose.TownPlan;
import city.wayside.town.compose.WaysideConfig;
import city.wayside.town.config.ConfigReader;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckReasonCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands, a running town, and clients that come in or do not.
class RegisteredClientsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder = Path.of("");

  private static Town launch(Map<String, String> more, Set<Role> roles) throws Exception {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "WAYSIDE_EDGE_MQTT_PORT", "0",
                "WAYSIDE_EDGE_MQTT_WEB_SOCKET_PORT", "0",
                "WAYSIDE_EDGE_COAP_PORT", "0",
                "WAYSIDE_EDGE_ACCESS_MODE", "registered",
                "WAYSIDE_SERVER_PORT", "0",
                "WAYSIDE_GRID_PORT", "0",
                "WAYSIDE_GRID_CLUSTER_NAME", cluster()));
    settings.putAll(more);
    WaysideConfig config = new ConfigReader<>(WaysideConfig.class, settings).defaults();
    return Town.launch(
        new TownPlan(
            config, roles, Bundled.network(), InstantSource.system(), "edge-" + roles, "test"));
  }

  private static String cluster() {
    return "registered-" + ProcessHandle.current().pid();
  }

  private static Mqtt5BlockingClient connect(Town town, String name, String password) {
    Mqtt5BlockingClient client =
        MqttClient.builder()
            .useMqttVersion5()
            .identifier(name + "-1")
            .serverHost("127.0.0.1")
            .serverPort(town.mqttPort())
            .buildBlocking();
    client
        .connectWith()
        .simpleAuth()
        .username(name)
        .password(password.getBytes(StandardCharsets.UTF_8))
        .applySimpleAuth()
        .send();
    return client;
  }

  private static Mqtt5ConnAckReasonCode denial(Town town, String name, String password) {
    try {
      connect(town, name, password).disconnect();
      return Mqtt5ConnAckReasonCode.SUCCESS;
    } catch (Mqtt5ConnAckException denied) {
      return denied.getMqttMessage().getReasonCode();
    }
  }

  private static String password(Spoken spoken) {
    assertThat(spoken.exitCode()).as(spoken.err()).isZero();
    String line = spoken.out().lines().skip(1).findFirst().orElseThrow();
    return line.substring("password: ".length());
  }

  @Test
  void commandsWorkOnARunningGridAndAreFeltAtEveryEdgeNode() throws Exception {
    try (Town gateway = launch(Map.of(), Set.of(Role.GATEWAY));
        Town edge =
            launch(Map.of("WAYSIDE_GRID_MEMBERS", gateway.gridAddress()), Set.of(Role.EDGE_NODE))) {
      Path config =
          Files.writeString(
              folder.resolve("w.yaml"),
              "grid: { clusterName: %s, members: [\"%s\"] }\n"
                  .formatted(cluster(), gateway.gridAddress()));
      String[] where = {"--config", config.toString()};
      assertThat(denial(edge, "bus-12", "secret"))
          .isEqualTo(Mqtt5ConnAckReasonCode.BAD_USER_NAME_OR_PASSWORD);

      String password =
          password(Spoken.by("client", "add", "bus-12", "--generate-password", where[0], where[1]));
      await()
          .atMost(PATIENCE)
          .until(() -> denial(edge, "bus-12", password) == Mqtt5ConnAckReasonCode.SUCCESS);
      assertThat(Spoken.by("client", "add", "bus-12", where[0], where[1]).err())
          .startsWith("wayside: NAME is \"bus-12\", which is registered already");
      assertThat(Spoken.by("client", "list", where[0], where[1]).out())
          .startsWith("bus-12 ")
          .endsWith("1 client\n");

      Mqtt5BlockingClient client = connect(edge, "bus-12", password);
      assertThat(Spoken.by("client", "disable", "bus-12", where[0], where[1]).out())
          .isEqualTo("disabled bus-12\n");
      await().atMost(PATIENCE).until(() -> !client.getState().isConnected());
      assertThat(denial(edge, "bus-12", password)).isEqualTo(Mqtt5ConnAckReasonCode.BANNED);
      assertThat(Spoken.by("client", "remove", "bus-12", where[0], where[1]).out())
          .isEqualTo("removed bus-12\n");
      assertThat(Spoken.by("client", "show", "bus-12", where[0], where[1]).exitCode()).isEqualTo(1);
    }
  }

  @Test
  void aClientsFileOutlastsTheGridAndItsChangesAreTakenIn() throws Exception {
    Path file = folder.resolve("clients.jsonl");
    String[] where = {"--file", file.toString()};
    String password =
        password(Spoken.by("client", "add", "bus-12", "--generate-password", where[0], where[1]));
    Map<String, String> settings =
        Map.of("WAYSIDE_CLIENTS_FILE", file.toString(), "WAYSIDE_CLIENTS_LOOK_EVERY_MS", "50");
    try (Town town = launch(settings, EnumSet.allOf(Role.class))) {
      assertThat(denial(town, "bus-12", password)).isEqualTo(Mqtt5ConnAckReasonCode.SUCCESS);
    }
    try (Town town = launch(settings, EnumSet.allOf(Role.class))) {
      assertThat(denial(town, "bus-12", password)).isEqualTo(Mqtt5ConnAckReasonCode.SUCCESS);

      String other =
          password(Spoken.by("client", "add", "bus-13", "--generate-password", where[0], where[1]));
      await()
          .atMost(PATIENCE)
          .until(() -> denial(town, "bus-13", other) == Mqtt5ConnAckReasonCode.SUCCESS);
      assertThat(Spoken.by("client", "remove", "bus-12", where[0], where[1]).exitCode()).isZero();
      await()
          .atMost(PATIENCE)
          .until(() ->
              denial(town, "bus-12", password) == Mqtt5ConnAckReasonCode.BAD_USER_NAME_OR_PASSWORD);
    }
  }

  @Test
  void aClientsFileThatCannotBeUsedKeepsTheServiceFromStarting() throws Exception {
    Path file = Files.writeString(folder.resolve("clients.jsonl"), "\n{\"name\":\"a b\"}\n");
    String problem = file + ":2: name is \"a b\"; allowed are 1 to 128 letters";

    assertThatThrownBy(
            () -> launch(Map.of("WAYSIDE_CLIENTS_FILE", file.toString()), Set.of(Role.GATEWAY)))
        .isInstanceOf(TownException.class)
        .hasMessageStartingWith("the clients file (setting clients.file)\n" + problem);
    Spoken spoken = Spoken.with(Map.of("WAYSIDE_CLIENTS_FILE", file.toString()), "run");
    assertThat(spoken.exitCode()).isEqualTo(2);
    assertThat(spoken.err()).startsWith("wayside: clients.file cannot be used\n" + problem);
  }

  @Test
  void withoutAGridTheCommandSaysWhatToDo() throws Exception {
    Path config =
        Files.writeString(folder.resolve("w.yaml"), "grid: { members: [\"127.0.0.1:1\"] }\n");
    Spoken spoken = Spoken.by("client", "list", "--config", config.toString());

    assertThat(spoken.exitCode()).isEqualTo(1);
    assertThat(spoken.err())
        .isEqualTo(
            "wayside: no grid wayside at [127.0.0.1:1]: see clusterName, members, bindAddress and"
                + " port of the grid section; start `wayside run`, give its --config, or give a"
                + " clients file with --file\n");
  }
}
