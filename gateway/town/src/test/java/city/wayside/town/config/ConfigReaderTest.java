package city.wayside.town.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.wayside.model.config.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {

  @TempDir Path folder;

  @Test
  void everyKeyHasItsDefault() throws Exception {
    SampleConfig config = new ConfigReader<>(SampleConfig.class, Map.of()).defaults();

    assertThat(config)
        .isEqualTo(
            new SampleConfig(
                new SampleConfig.Door(
                    1883, 10, 20, 0.5, false, SampleConfig.Colour.DARK_BLUE, "", null),
                null,
                List.of("a", "b"),
                null));
  }

  @Test
  void everyKeyIsReadFromTheFile() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "s3cret\n");
    SampleConfig config =
        read(
            """
            door:
              port: 1
              waitMsMin: 0
              waitMsMax: 9000000000
              share: 1e-1
              open: true
              colour: red
              name: 12
              password: { file: %s }
            roof: { tiles: 3 }
            names: [x, "y z"]
            folder: some/where
            """
                .formatted(secret));

    assertThat(config)
        .isEqualTo(
            new SampleConfig(
                new SampleConfig.Door(
                    1,
                    0,
                    9_000_000_000L,
                    0.1,
                    true,
                    SampleConfig.Colour.RED,
                    "12",
                    new Secret("s3cret")),
                new SampleConfig.Roof(3),
                List.of("x", "y z"),
                Path.of("some/where")));
  }

  @Test
  void anEmptyFileMeansTheDefaults() throws Exception {
    assertThat(read("# nothing\n"))
        .isEqualTo(new ConfigReader<>(SampleConfig.class, Map.of()).defaults());
    assertThat(read("door:\n").door().port()).isEqualTo(1883);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "port: 0 | 2:9: door.port is \"0\"; allowed is a whole number from 1 to 65535",
        "port: 65536 | 2:9: door.port is \"65536\"; allowed is a whole number from 1 to 65535",
        "port: 1.5 | 2:9: door.port is \"1.5\"; allowed is a whole number from 1 to 65535",
        "port: | 2:8: door.port has no value; allowed is a whole number from 1 to 65535",
        "port: [1] | 2:9: door.port is a list; allowed is a whole number from 1 to 65535",
        "port: {a: 1} | 2:9: door.port is a section; allowed is a whole number from 1 to 65535",
        "waitMsMin: -1 | 2:14: door.waitMsMin is \"-1\"; allowed is a whole number of at least 0",
        "waitMsMax: 9999999999999999999 | 2:14: door.waitMsMax is \"9999999999999999999\";"
            + " allowed is a whole number",
        "share: .nan | 2:10: door.share is \".nan\"; allowed is a number from 0 to 1",
        "share: 1.01 | 2:10: door.share is \"1.01\"; allowed is a number from 0 to 1",
        "open: yes | 2:9: door.open is \"yes\"; allowed is true or false",
        "colour: blue | 2:11: door.colour is \"blue\"; allowed is one of: red, dark-blue",
        "prot: 1 | 2:3: door.prot is an unknown key; did you mean door.port?",
        "names: [] | 2:3: door.names is an unknown key; did you mean door.name?",
        "zzzzzzz: [] | 2:3: door.zzzzzzz is an unknown key; allowed are the keys port, waitMsMin,"
            + " waitMsMax, share, open, colour, name, password",
      })
  void aMisfitIsNamedWithPlaceKeyValueAndWhatIsAllowed(String line, String problem) {
    assertThat(problems("door:\n  " + line + "\n"))
        .containsExactly(folder.resolve("wayside.yaml") + ":" + problem);
  }

  @Test
  void allProblemsAreToldInTheOrderOfTheFile() {
    List<String> problems =
        problems(
            """
            names: { a: b }
            tiles: 3
            door:
              share: 7
              port: x
              port: 1
            roof: 5
            """);

    assertThat(problems.stream().map(this::withoutFolder))
        .containsExactly(
            "1:8: names is a section; allowed is a list of texts",
            "2:1: tiles is an unknown key; did you mean roof.tiles?",
            "4:10: door.share is \"7\"; allowed is a number from 0 to 1",
            "5:9: door.port is \"x\"; allowed is a whole number from 1 to 65535",
            "6:3: door.port is written twice, first in line 5; keep one of them",
            "7:7: roof is \"5\"; allowed is a section with the keys tiles");
  }

  @Test
  void aRelationThatDoesNotHoldIsToldAtItsSection() {
    assertThat(problems("door:\n  waitMsMin: 30\n").stream().map(this::withoutFolder))
        .containsExactly(
            "2:3: door waitMsMin 30 is above waitMsMax 20; these settings depend on each other");
  }

  @Test
  void aKeyWithoutDefaultMustBeGiven() {
    assertThat(problems("roof: {}\n").stream().map(this::withoutFolder))
        .containsExactly("1:7: roof.tiles is missing; allowed is a whole number of at least 1");
  }

  @Test
  void aSecretInTheFileIsRefusedAndNotShown() {
    List<String> problems = problems("door:\n  password: hunter2\n");

    assertThat(problems.stream().map(this::withoutFolder))
        .containsExactly(
            "2:13: door.password is a secret and must not stand in the file as plain text;"
                + " allowed is { file: /path/of/the/secret } or the variable"
                + " WAYSIDE_DOOR_PASSWORD");
    assertThat(problems.toString()).doesNotContain("hunter2");
  }

  @Test
  void aSecretFileThatIsMissingOrEmptyIsAProblem() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty"), "\n");

    assertThat(
            problems("door:\n  password: { file: /no/such }\n").stream().map(this::withoutFolder))
        .containsExactly(
            "2:21: door.password the secret's file \"/no/such\" cannot be read"
                + " (NoSuchFileException); give the path of a readable file that holds the secret");
    assertThat(problems("door:\n  password: { file: " + empty + " }\n").getFirst())
        .contains("is empty; give the path");
  }

  @Test
  void whatIsNoConfigurationIsRefused() {
    assertThat(problems("- a\n").getFirst()).contains(":1:1: is a list; write sections");
    assertThat(problems("hello\n").getFirst()).contains(":1:1: is no configuration; write");
    assertThat(problems("door: [\n").getFirst()).contains("is no YAML (");
    assertThat(problems("a: &x [1]\nb: *x\n").getFirst())
        .contains(":1:4: anchors (&) and aliases (*) are not read; write the value out");
    assertThat(problems("a: " + "[".repeat(100_000)).getFirst()).contains("nested too deep");
    assertThat(problems("# " + "x".repeat(YamlFile.BYTES_MAX)).getFirst())
        .contains("is larger than 262144 bytes");
    assertThatThrownBy(() ->
            new ConfigReader<>(SampleConfig.class, Map.of()).read(folder.resolve("absent.yaml")))
        .hasMessage(
            folder.resolve("absent.yaml")
                + ": does not exist; give the path of a configuration file");
  }

  private SampleConfig read(String yaml) throws Exception {
    Path file = Files.writeString(folder.resolve("wayside.yaml"), yaml);
    return new ConfigReader<>(SampleConfig.class, Map.of()).read(file);
  }

  private List<String> problems(String yaml) {
    ConfigException e = catchThrowableOfType(ConfigException.class, () -> read(yaml));
    assertThat(e).isNotNull();
    return e.problems().stream().map(Problem::toString).toList();
  }

  private String withoutFolder(String problem) {
    return problem.replace(folder.resolve("wayside.yaml") + ":", "");
  }
}
