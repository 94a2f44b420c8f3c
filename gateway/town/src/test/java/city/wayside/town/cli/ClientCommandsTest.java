package city.wayside.town.cli;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.access.password.Pbkdf2;
import city.wayside.kit.fake.FakeAuthority;
import city.wayside.town.clients.ClientsFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `client …` on a clients file.
class ClientCommandsTest {

  @TempDir private Path folder = Path.of("");

  private Path file() {
    return folder.resolve("clients.jsonl");
  }

  /// Runs `client COMMAND --file …` with more words.
  private Spoken client(String command, String... more) {
    return piped("", command, more);
  }

  private Spoken piped(String input, String command, String... more) {
    List<String> words = new java.util.ArrayList<>(List.of("client", command));
    words.addAll(List.of(more));
    words.addAll(List.of("--file", file().toString()));
    return Spoken.piped(input, words.toArray(String[]::new));
  }

  private Spoken added(String... words) {
    Spoken spoken = client("add", words);
    assertThat(spoken.exitCode()).as(spoken.err()).isZero();
    return spoken;
  }

  @Test
  void aGeneratedPasswordIsPrintedOnceAndIsTheClients() throws Exception {
    Spoken spoken =
        added("bus-12", "--station", "4711,4712", "--rate", "20", "--generate-password");

    List<String> lines = spoken.out().lines().toList();
    assertThat(lines.getFirst())
        .isEqualTo("added bus-12: vehicle, speaks for station 4711,4712, 20.0 messages a second");
    assertThat(lines.get(1)).matches("password: [A-Za-z0-9_-]{27}");
    String password = lines.get(1).substring("password: ".length());
    assertThat(Files.readString(file())).doesNotContain(password);
    assertThat(isPassword("bus-12", password)).isTrue();
    assertThat(isPassword("bus-12", password + "x")).isFalse();
  }

  @Test
  void aPasswordIsReadFromStandardInput() throws Exception {
    Path config =
        Files.writeString(
            folder.resolve("w.yaml"), "edge: { access: { password: { iterations: 1000 } } }\n");
    Spoken spoken =
        piped(
            "correct horse\nmore\n", "add", "bus-12", "--password-stdin", "--config", "" + config);

    assertThat(spoken.out())
        .isEqualTo("added bus-12: vehicle, speaks for no station, the role's messages a second\n");
    assertThat(isPassword("bus-12", "correct horse")).isTrue();
    assertThat(client("show", "bus-12").out())
        .contains("credential  password (pbkdf2-sha512 i=1000)\n")
        .doesNotContain("correct");
  }

  private boolean isPassword(String name, String password) throws Exception {
    return Pbkdf2.of(ClientsFile.read(file()).client(name).orElseThrow().password().orElseThrow())
        .orElseThrow()
        .isOf(password.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void certificatesAndKeysAreShownWithoutTheirSecrets() throws IOException {
    FakeAuthority authority = new FakeAuthority("CN=Test CA");
    Path pem =
        Files.writeString(
            folder.resolve("unit.pem"), authority.issue("CN=unit, O=Example").certificatePem());
    Spoken spoken =
        added(
            "rsu-1",
            "--role",
            "rsu",
            "--area",
            "52,13,52.5,13.25",
            "--certificate",
            pem.toString(),
            "--certificate-subject",
            "cn=old unit, o=Example",
            "--certificate-san",
            "dns:Unit.example",
            "--public-key-sha256",
            "0A".repeat(32),
            "--psk-generate");

    List<String> lines = spoken.out().lines().toList();
    assertThat(lines.get(1)).isEqualTo("psk identity: rsu-1");
    assertThat(lines.get(2)).matches("psk key \\(hex\\): [0-9a-f]{64}");
    String key = lines.get(2).substring("psk key (hex): ".length());
    String shown = client("show", "rsu-1").out();
    assertThat(shown)
        .contains(
            "role        rsu\n",
            "speaks for  every station in 52.0,13.0,52.5,13.25\n",
            "state       enabled\n",
            "credential  certificate subject:CN=old unit,O=Example\n",
            "credential  certificate dns:unit.example\n",
            "credential  certificate subject:CN=unit,O=Example\n",
            "credential  public key, SHA-256 " + "0a".repeat(32) + "\n",
            "credential  psk, identity rsu-1\n")
        .doesNotContain(key);
    assertThat(Files.readString(file())).contains(key);
  }

  @Test
  void clientsAreListedDisabledEnabledAndRemoved() {
    added("rsu-1", "--role", "rsu", "--area", "everywhere", "--certificate-san", "dns:a.example");
    added("4711", "--generate-password");
    added("bus", "--station", "1,2,3,4,5,6,7,8,9", "--certificate-san", "dns:b.example");

    assertThat(client("disable", "bus", "4711").out()).isEqualTo("disabled bus\ndisabled 4711\n");
    assertThat(client("list").out())
        .isEqualTo(
            """
            4711                     vehicle  disabled station 4711                     password
            bus                      vehicle  disabled 9 stations: 1,2,3,4,5,6,7,8,…    certificate
            rsu-1                    rsu      enabled  every station, everywhere        certificate
            3 clients
            """);
    assertThat(client("enable", "bus").out()).isEqualTo("enabled bus\n");
    assertThat(client("remove", "rsu-1", "4711").exitCode()).isZero();
    assertThat(client("list").out()).contains("enabled").endsWith("1 client\n");
  }

  @Test
  void aClientWithoutACredentialIsAllowedAndTold() {
    Spoken spoken = added("bus-12");

    assertThat(spoken.err())
        .isEqualTo("note: bus-12 has no credential: nothing but a token lets it in\n");
  }

  @Test
  void aNameOrCredentialBelongsToOneClient() {
    added("bus-12", "--certificate-san", "dns:a.example");

    Spoken sameName = client("add", "bus-12", "--generate-password");
    assertThat(sameName.exitCode()).isEqualTo(1);
    assertThat(sameName.err())
        .isEqualTo(
            "wayside: NAME is \"bus-12\", which is registered already; allowed is a new name, or"
                + " --replace\n");
    assertThat(sameName.out()).isEmpty();
    Spoken sameCertificate = client("add", "bus-13", "--certificate-san", "dns:A.example");
    assertThat(sameCertificate.exitCode()).isEqualTo(1);
    assertThat(sameCertificate.err())
        .isEqualTo(
            "wayside: the credential dns:a.example is registered for bus-12; allowed is one client"
                + " with it\n");
    assertThat(client("add", "bus-12", "--replace", "--certificate-san", "dns:a.example").out())
        .startsWith("put bus-12: ");
    assertThat(client("list").out()).endsWith("1 client\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"show", "disable", "enable", "remove"})
  void whenOneNameIsUnknownNothingIsDone(String command) throws IOException {
    added("bus-12", "--generate-password");
    String before = Files.readString(file());
    Spoken spoken = client(command, "bus-12", "bus-13");

    assertThat(spoken.exitCode()).isEqualTo(1);
    assertThat(spoken.out()).isEmpty();
    assertThat(spoken.err())
        .isEqualTo(
            "wayside: NAME is \"bus-13\", which is not registered; `wayside client list` lists"
                + " those that are\n");
    assertThat(Files.readString(file())).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "a/b # name is \"a/b\"; allowed are 1 to 128 letters, digits and . _ : @ | ~ -, a letter or"
            + " digit first",
        "a --role tram # --role is \"tram\"; allowed are vehicle, rsu",
        "a --role rsu # --area is missing for an rsu; allowed is S,W,N,E in degrees, or everywhere",
        "a --role rsu --area 1,2,3 # --area is \"1,2,3\"; allowed is S,W,N,E in degrees, south to"
            + " north and west to east, or everywhere",
        "a --role rsu --area 2,1,1,3 # --area is \"2,1,1,3\"; allowed is S,W,N,E in degrees, south"
            + " to north and west to east, or everywhere",
        "a --area 1,1,2,2 # area is given for a vehicle; allowed are stations, or the role rsu",
        "a --role rsu --area everywhere --station 1 # stations are given for an rsu; allowed is an"
            + " area, or the role vehicle",
        "a --station x # --station is \"x\"; allowed is a whole number from 0 to 4294967295",
        "a --station 4294967296 # station is 4294967296; allowed is a whole number from 0 to"
            + " 4294967295",
        "a --rate x # --rate is \"x\"; allowed is a number of messages a second",
        "a --rate 0 # rate is 0.0; allowed is a number from 0.01 to 1000000 messages a second",
        "a --generate-password --password-stdin # allowed is one of --password, --password-stdin"
            + " and --generate-password",
        "a --password-stdin # --password-stdin found no line on standard input",
        "a --certificate-subject bus # subject is \"bus\"; allowed is a distinguished name such as"
            + " CN=bus-12,O=Example",
        "a --certificate-san subject:CN=a # --certificate-san is \"subject:CN=a\"; allowed are"
            + " dns:…, uri:… and email:…; a subject is given by --certificate-subject",
        "a --certificate none.pem # --certificate none.pem cannot be read (NoSuchFileException);"
            + " allowed is a file with a certificate, as PEM or DER",
        "a --public-key-sha256 0a # a public key's SHA-256 is \"0a\"; allowed are 64 hexadecimal"
            + " digits",
        "a --password secret # Unmatched argument at index 4: 'secret'",
      })
  void aMistakeIsNamedAndNothingIsWritten(String words, String message) {
    Spoken spoken = client("add", words.split(" "));

    assertThat(spoken.err().lines().findFirst()).contains("wayside: " + message);
    assertThat(spoken.exitCode()).isEqualTo(2);
    assertThat(file()).doesNotExist();
  }

  @Test
  void aShortPasswordIsRefusedWithoutBeingShown() {
    Spoken spoken = piped("hunter2\n", "add", "a", "--password-stdin");

    assertThat(spoken.err())
        .isEqualTo(
            "wayside: the password has 7 characters; allowed are 12 characters to 1024 bytes\n");
    assertThat(spoken.exitCode()).isEqualTo(2);
  }

  @Test
  void withoutATerminalNobodyIsAskedForAPassword() {
    Spoken spoken = client("add", "a", "--password");

    assertThat(spoken.err()).startsWith("wayside: --password has nobody to ask");
    assertThat(spoken.exitCode()).isEqualTo(2);
  }

  @Test
  void aFileThatCannotBeUsedIsNamed() throws IOException {
    assertThat(client("list").err())
        .isEqualTo(
            "wayside: %s: does not exist; `wayside client add --file %s …` makes it\n"
                .formatted(file(), file()));
    Files.writeString(file(), "{\"name\":\"a\"}\n{\"name\":\"a\"}\n");
    Spoken spoken = client("add", "b", "--generate-password");

    assertThat(spoken.exitCode()).isEqualTo(1);
    assertThat(spoken.out()).isEmpty();
    assertThat(spoken.err())
        .isEqualTo(
            "wayside: %s:2: name \"a\" is in line 1 already; allowed is one client with it\n"
                .formatted(file()));
  }
}
