package city.wayside.edge.peers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.peers.Tool.Ended;
import city.wayside.edge.rig.Served;
import city.wayside.edge.rig.Server;
import city.wayside.edge.wire.Version;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Mosquitto's command line clients, MQTT 3.1.1 and 5.
@ExtendWith(Served.class)
class MosquittoTest {

  private static final Tool PUB = tool("mosquitto_pub");
  private static final Tool SUB = tool("mosquitto_sub");
  private static final Tool REQUEST = tool("mosquitto_rr");

  private final Server server;

  MosquittoTest(Server server) {
    this.server = server;
  }

  @BeforeEach
  void mustBeHere() {
    PUB.mustBeHere();
    SUB.mustBeHere();
    REQUEST.mustBeHere();
  }

  @ParameterizedTest
  @EnumSource
  void itPublishesWithEveryQos(Version version) {
    long before = server.storedCount();
    for (String qos : List.of("2", "1", "0")) {
      long station = server.freshStation();
      String probe = new String(server.probe(station), UTF_8);
      Ended ended = run(PUB, version, "-q", qos, "-t", Server.topicOf(station), "-m", probe, "-d");
      assertThat(ended.result()).as(ended.said()).isZero();
    }
    assertThat(server.storedCount()).isGreaterThanOrEqualTo(before + 2);
  }

  @ParameterizedTest
  @EnumSource
  void itLearnsWhyAMessageWasRefused(Version version) {
    for (String qos : List.of("1", "2")) {
      Ended ended = run(PUB, version, "-q", qos, "-t", "v1/up/7/smoke", "-m", "x", "-d");
      String answer = qos.equals("1") ? "PUBACK" : "PUBREC";
      assertThat(ended.said()).contains(answer);
      if (version.isMqtt5()) {
        assertThat(ended.said()).containsPattern("(?i)(RC:144|topic name invalid)");
      }
    }
  }

  /// With its requests, which are MQTT 5 alone.
  @Test
  void itGetsTheNoticeOfARefusal() {
    String id = server.freshId();
    Ended ended =
        run(
            REQUEST,
            Version.MQTT_5,
            "-i",
            id,
            "-t",
            "v1/up/7/smoke",
            "-e",
            "v1/refused/" + id,
            "-m",
            "x",
            "-W",
            "20");
    assertThat(ended.said()).contains("unknown_topic").contains("v1/up/7/smoke");
  }

  @ParameterizedTest
  @EnumSource
  void itComesBackToItsSession(Version version) {
    String id = server.freshId();
    String station = server.freshId();
    String filter = "v1/down/" + station + "/#";
    List<String> words = List.of("-c", "-i", id, "-q", "1", "-t", filter);
    assertThat(run(SUB, version, kept(version, words, "-E")).result()).isZero();
    server.publishDown("v1/down/" + station + "/denm", "missed", 1, false);

    Ended ended = run(SUB, version, kept(version, words, "-C", "1", "-W", "20"));
    assertThat(ended.said()).contains("missed");
  }

  private static String[] kept(Version version, List<String> words, String... more) {
    List<String> all = new ArrayList<>(words);
    if (version.isMqtt5()) {
      all.addAll(List.of("-x", "60"));
    }
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private Ended run(Tool tool, Version version, String... words) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "-h",
                server.host(),
                "-p",
                Integer.toString(server.port()),
                "-V",
                version.isMqtt5() ? "mqttv5" : "mqttv311"));
    all.addAll(List.of(words));
    return tool.run(Map.of(), all);
  }

  private static Tool tool(String name) {
    Path program = Path.of("/usr/bin").resolve(name);
    return new Tool(program, program);
  }
}
