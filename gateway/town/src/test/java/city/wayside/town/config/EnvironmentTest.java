package city.wayside.town.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.model.config.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "edge.mqtt.port, WAYSIDE_EDGE_MQTT_PORT",
    "edge.mqtt.keepAliveS, WAYSIDE_EDGE_MQTT_KEEP_ALIVE_S",
    "adapters.datex2.nationalIdentifier, WAYSIDE_ADAPTERS_DATEX2_NATIONAL_IDENTIFIER"
  })
  void theVariableIsThePathInUpperSnakeCase(String path, String variable) {
    assertThat(EnvironmentName.of(path)).isEqualTo(variable);
  }

  @Test
  void aVariableOverridesFileAndDefault() throws Exception {
    Path file = Files.writeString(folder.resolve("c.yaml"), "door: { port: x, waitMsMax: 50 }\n");

    SampleConfig config =
        new ConfigReader<>(
                SampleConfig.class,
                Map.of(
                    "WAYSIDE_DOOR_PORT", "2000",
                    "WAYSIDE_DOOR_WAIT_MS_MIN", "40",
                    "WAYSIDE_DOOR_PASSWORD", "s3cret",
                    "WAYSIDE_DOOR_NAME", "",
                    "WAYSIDE_NAMES", "p, q",
                    "WAYSIDE_ROOF_TILES", "7",
                    "PATH", "/bin"))
            .read(file);

    assertThat(config.door().port()).isEqualTo(2000);
    assertThat(config.door().waitMsMin()).isEqualTo(40);
    assertThat(config.door().password()).isEqualTo(new Secret("s3cret"));
    assertThat(config.names()).isEqualTo(List.of("p", "q"));
    assertThat(Objects.requireNonNull(config.roof()).tiles()).isEqualTo(7);
  }

  @Test
  void aSecretCanComeFromAFileNamedByAVariable() throws Exception {
    Path secret = Files.writeString(folder.resolve("s"), "abc\r\n");

    SampleConfig config =
        new ConfigReader<>(
                SampleConfig.class, Map.of("WAYSIDE_DOOR_PASSWORD_FILE", secret.toString()))
            .defaults();

    assertThat(config.door().password()).isEqualTo(new Secret("abc"));
  }

  @Test
  void anUnknownVariableIsAProblemWithASuggestion() {
    assertThatThrownBy(() -> read(Map.of("WAYSIDE_DOR_PORT", "1")))
        .hasMessage(
            "environment variable WAYSIDE_DOR_PORT: is the variable of no key;"
                + " did you mean WAYSIDE_DOOR_PORT?");
    assertThatThrownBy(() -> read(Map.of("WAYSIDE_COMPLETELY_ELSE", "1")))
        .hasMessage(
            "environment variable WAYSIDE_COMPLETELY_ELSE: is the variable of no key;"
                + " the reference of all keys is docs/CONFIGURATION.md");
  }

  @Test
  void aMisfitInAVariableNamesTheVariableAndTheKey() {
    assertThatThrownBy(() -> read(Map.of("WAYSIDE_DOOR_PORT", "http")))
        .hasMessage(
            "environment variable WAYSIDE_DOOR_PORT: door.port is \"http\";"
                + " allowed is a whole number from 1 to 65535");
  }

  @Test
  void addressesOfKubernetesServicesAndTheLauncherAreNoKeys() throws Exception {
    SampleConfig config =
        read(
            Map.of(
                "WAYSIDE_SERVICE_HOST", "10.0.0.1",
                "WAYSIDE_EDGE_SERVICE_PORT_MQTT", "1883",
                "WAYSIDE_PORT_8080_TCP_ADDR", "10.0.0.1",
                "WAYSIDE_DOOR_PORT", "tcp://10.0.0.2:1883",
                "WAYSIDE_JAVA_OPTS", "-Xmx1g"));

    assertThat(config.door().port()).isEqualTo(1883);
  }

  private static SampleConfig read(Map<String, String> variables) throws ConfigException {
    return new ConfigReader<>(SampleConfig.class, variables).defaults();
  }
}
