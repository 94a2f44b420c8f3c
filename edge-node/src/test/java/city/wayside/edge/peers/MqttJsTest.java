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
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// MQTT.js on Node.js, MQTT 3.1.1 and 5. What it does stands in `client.js`.
@ExtendWith(Served.class)
class MqttJsTest {

  /// Where Debian keeps modules.
  private static final String MODULES = "/usr/share/nodejs";

  private static final Tool NODE = new Tool(Path.of("/usr/bin/node"), Path.of(MODULES, "mqtt"));
  private static final Path SCRIPT =
      Path.of(System.getProperty("wayside.root", ".."), "edge-node/src/test/peers/client.js");

  private final Server server;

  MqttJsTest(Server server) {
    this.server = server;
  }

  @BeforeEach
  void mustBeHere() {
    NODE.mustBeHere();
  }

  @ParameterizedTest
  @EnumSource
  void itPublishesWithEveryQos(Version version) {
    long before = server.storedCount();
    for (String qos : List.of("2", "1", "0")) {
      long station = server.freshStation();
      String probe = new String(server.probe(station), UTF_8);
      Ended ended = run(version, server.freshId(), "publish", Server.topicOf(station), qos, probe);
      assertThat(ended.said()).contains("published");
      assertThat(ended.result()).isZero();
    }
    assertThat(server.storedCount()).isGreaterThanOrEqualTo(before + 2);
  }

  @ParameterizedTest
  @EnumSource
  void itLearnsWhyAMessageWasRefused(Version version) {
    // After a PUBREC that refuses, MQTT.js 4 waits for the rest of an exchange that is over.
    for (String qos : version.isMqtt5() ? List.of("1") : List.of("1", "2")) {
      Ended ended = run(version, server.freshId(), "publish", "v1/up/7/smoke", qos, "x");
      assertThat(ended.said()).contains(version.isMqtt5() ? "refused 144" : "published");
    }
  }

  @ParameterizedTest
  @EnumSource
  void itGetsTheNoticeOfARefusal(Version version) {
    Ended ended = run(version, server.freshId(), "notice", "v1/up/7/smoke");

    assertThat(ended.said()).contains("unknown_topic");
  }

  @ParameterizedTest
  @EnumSource
  void itComesBackToItsSession(Version version) {
    String id = server.freshId();
    String station = server.freshId();
    String filter = "v1/down/" + station + "/#";
    assertThat(run(version, id, "keep", filter).said()).contains("subscribed");
    server.publishDown("v1/down/" + station + "/denm", "missed", 1, false);

    Ended ended = run(version, id, "return");
    assertThat(ended.said()).contains("present true").contains("missed");
  }

  private Ended run(Version version, String id, String... words) {
    List<String> all =
        new ArrayList<>(
            List.of(
                SCRIPT.toString(),
                server.host(),
                Integer.toString(server.port()),
                Integer.toString(version.level()),
                id));
    all.addAll(List.of(words));
    return NODE.run(Map.of("NODE_PATH", MODULES), all);
  }
}
