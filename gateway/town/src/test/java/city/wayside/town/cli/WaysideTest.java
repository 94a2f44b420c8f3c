package city.wayside.town.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaysideTest {

  @TempDir Path folder;

  @Test
  void helpListsEveryCommandOfTheInterface() {
    Spoken spoken = Spoken.by("--help");

    assertThat(spoken.exitCode()).isEqualTo(0);
    assertThat(spoken.out())
        .contains(
            "demo",
            "run",
            "check-config",
            "replay",
            "backtest",
            "decode",
            "encode",
            "network",
            "bench",
            "client",
            "version");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "run",
        "check-config",
        "replay",
        "backtest",
        "decode",
        "encode",
        "network",
        "bench",
        "bench ingest",
        "bench overload",
        "bench connections",
        "bench coap",
        "bench decode",
        "client",
        "version"
      })
  void everyCommandHasHelp(String command) {
    Spoken spoken = Spoken.by((command + " --help").split(" "));

    assertThat(spoken.exitCode()).isEqualTo(0);
    assertThat(spoken.out()).startsWith("Usage: wayside " + command);
  }

  @Test
  void withoutACommandTheHelpIsShownAndTheUsageIsBad() {
    Spoken spoken = Spoken.by();

    assertThat(spoken.exitCode()).isEqualTo(2);
    assertThat(spoken.err()).startsWith("wayside: a command is missing\n").contains("Usage:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "demo --port abc | Invalid value for option '--port': \"abc\"; allowed is a whole number"
            + " from 0 to 65535",
        "demo --port 65536 | Invalid value for option '--port': \"65536\"; allowed is a whole"
            + " number from 0 to 65535",
        "demo --vehicles 0 | Invalid value for option '--vehicles': \"0\"; allowed is a whole"
            + " number from 1 to 1000000000",
        "demo --prot 1 | Unknown options: '--prot', '1'",
        "run --roles gateway,edge | --roles has \"edge\"; allowed are"
            + " gateway,edge-node,city-adapters",
        "replay t.csv --qos 2 | Invalid value for option '--qos': \"2\"; allowed is 0 or 1",
        "replay t.csv --speed 0 | Invalid value for option '--speed': \"0\"; allowed is a number"
            + " from 0.01 to 1000",
        "replay t.csv --to http://x | Invalid value for option '--to': \"http://x\"; allowed are"
            + " mqtt://host:port, coap://host:port and coaps://host:port",
        "replay t.csv --to coap://x:0 | Invalid value for option '--to': \"coap://x:0\"; allowed"
            + " are mqtt://host:port, coap://host:port and coaps://host:port",
        "replay t.csv --to coaps://127.0.0.1 | --clients goes with --to coaps://host:port and only"
            + " with it",
        "replay t.csv --lossy | --lossy goes with --to coap://host:port or coaps://host:port",
        "replay t.csv --clients c.jsonl | --clients goes with --to coaps://host:port and only with"
            + " it",
        "bench coap --rate 1 --under-way 2 | only one of --rate and --under-way is allowed",
        "replay t.csv --format csv | Invalid value for option '--format': \"csv\"; allowed are cam,"
            + " cam-json, bsm, probe",
        "backtest t.csv --network n --out o --window 90 | Invalid value for option '--window':"
            + " \"90\"; allowed is a multiple of 60 seconds, up to 86400",
        "backtest t.csv --network n --out o --window 60 --sample-stations 0 | Invalid value for"
            + " option '--sample-stations': \"0\"; allowed is a number above 0, up to 1",
        "backtest t.csv --network n --out o --window 60 --sample-stations 1,2 | Invalid value for"
            + " option '--sample-stations': \"2\"; allowed is a number above 0, up to 1",
        "backtest t.csv --network n --out o --window 60 --seeds 0 | Invalid value for option"
            + " '--seeds': \"0\"; allowed is a whole number from 1 to 100",
        "backtest t.csv --network n --out o --window 60 --report r.html | --report goes with"
            + " --truth and only with it",
        "backtest t.csv --network n --window 60 | Missing required option: '--out=FILE.csv'",
        "backtest | Missing required options and parameters: '--network=FILE',"
            + " '--window=SECONDS', '--out=FILE.csv', 'TRACE'",
        "client | a command is missing; allowed are add, list, show, disable, enable, remove",
        "client add | Missing required parameter: 'NAME'",
        "client remove | Missing required parameter: 'NAME'",
        "dmo | Unmatched argument at index 0: 'dmo'"
      })
  void aMistakeIsNamedInOneLineAndTheExitCodeIsTwo(String words, String message) {
    isNamed(words, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bench | a name is missing; allowed are ingest, overload, connections, coap, decode,"
            + " match, network",
        "bench query | not yet: bench query; allowed are ingest, overload, connections, coap,"
            + " decode, match, network",
        "bench match t.csv | TRACE and --network go together",
        "bench match --points 0 | Invalid value for option '--points': \"0\"; allowed is a whole"
            + " number from 1 to 10000000",
        "bench x | Unmatched argument at index 1: 'x'",
        "bench ingest --rate 1 --blast | only one of --rate, --blast and --paced is allowed",
        "bench ingest --peers hivemq | --peers has \"hivemq\"; allowed are mosquitto,none",
        "bench connections --peers a | --peers has \"a\"; allowed are mosquitto,hivemq,none",
        "bench overload --set PATH=x | --set has \"PATH\"; allowed is WAYSIDE_KEY=VALUE",
        "network | a command is missing; allowed are import, info",
        "network info a.geojson --picture b.jpg | --picture is \"b.jpg\"; allowed is a name that"
            + " ends in .svg or .png",
        "network info a.geojson --box 1,2,3 | Invalid value for option '--box': \"1,2,3\"; allowed"
            + " is west,south,east,north in degrees",
        "network info a.geojson --pixels 10 | Invalid value for option '--pixels': \"10\"; allowed"
            + " is a whole number from 400 to 10000",
        "network import a.geojson --out b.txt | --out is \"b.txt\"; allowed is a name that ends in"
            + " .geojson or .geojson.gz"
      })
  void aMistakeOfBenchOrNetworkIsNamedToo(String words, String message) {
    isNamed(words, message);
  }

  private static void isNamed(String words, String message) {
    Spoken spoken = Spoken.by(words.split(" "));

    assertThat(spoken.err().lines().findFirst()).contains("wayside: " + message);
    assertThat(spoken.exitCode()).isEqualTo(2);
    assertThat(spoken.err()).doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cam", "cam-json", "bsm", "probe"})
  void replayTakesEveryFormat(String format) throws IOException {
    Path trace = folder.resolve("none.csv");

    Spoken spoken = Spoken.by("replay", trace.toString(), "--format", format);

    // The trace is what is missing: the format was taken.
    assertThat(spoken.err()).contains("none.csv").doesNotContain("--format");
    assertThat(spoken.exitCode()).isEqualTo(2);
  }

  @Test
  void versionNamesTheVersionTheJdkAndTheModules() {
    Spoken spoken = Spoken.by("version");

    assertThat(spoken.exitCode()).isEqualTo(0);
    assertThat(spoken.out())
        .contains(
            "wayside 0.1.0-SNAPSHOT\n",
            "JDK 25",
            "modules model messages road grid kit server edge-node city-adapters town\n",
            "hazelcast 5.7.0\n");
  }

  @Test
  void checkConfigNamesEveryProblem() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("w.yaml"), "edge:\n  mqtt:\n    port: 70000\n    prot: 1\n");

    Spoken spoken = Spoken.with(Map.of("WAYSIDE_SERVER_PRT", "1"), "check-config", "" + file);

    assertThat(spoken.exitCode()).isEqualTo(2);
    assertThat(spoken.err().lines())
        .containsExactly(
            file + ":3:11: edge.mqtt.port is \"70000\"; allowed is a whole number from 0 to 65535",
            file + ":4:5: edge.mqtt.prot is an unknown key; did you mean edge.mqtt.port?",
            "environment variable WAYSIDE_SERVER_PRT: is the variable of no key; did you mean"
                + " WAYSIDE_SERVER_PORT?",
            "3 problems");
  }

  @Test
  void checkConfigSaysWhenThereIsNone() throws IOException {
    Path file = Files.writeString(folder.resolve("w.yaml"), "server: { port: 9090 }\n");

    Spoken spoken = Spoken.by("check-config", file.toString());

    assertThat(spoken.exitCode()).isEqualTo(0);
    assertThat(spoken.out()).isEqualTo(file + ": no problems\n");
  }

  @Test
  void runRefusesAConfigurationThatCannotBeUsed() {
    Spoken spoken = Spoken.by("run", "--config", folder.resolve("none.yaml").toString());

    assertThat(spoken.exitCode()).isEqualTo(2);
    assertThat(spoken.err())
        .startsWith("wayside: the configuration cannot be used\n")
        .contains("none.yaml: does not exist");
  }

  @Test
  void demoNamesThePortThatIsInUseAndTheOption() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Spoken spoken = Spoken.by("demo", "--port", "0", "--mqtt-port", "" + taken.getLocalPort());

      assertThat(spoken.exitCode()).isEqualTo(1);
      assertThat(spoken.err())
          .isEqualTo(
              "wayside: port "
                  + taken.getLocalPort()
                  + " for MQTT is in use; stop what listens there, or choose another with"
                  + " --mqtt-port (0 takes any that is free)\n");
    }
  }
}
