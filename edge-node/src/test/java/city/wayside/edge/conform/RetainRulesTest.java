package city.wayside.edge.conform;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.rig.Served;
import city.wayside.edge.rig.Server;
import city.wayside.edge.wire.Received;
import city.wayside.edge.wire.Version;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the gateway retains, and who gets it when.
@ExtendWith(Served.class)
class RetainRulesTest {

  private static final Version V5 = Version.MQTT_5;
  private static final int AS_PUBLISHED = 0x08;
  private static final int IF_NEW = 0x10;
  private static final int NEVER = 0x20;

  private final Server server;

  RetainRulesTest(Server server) {
    this.server = server;
  }

  @Normative(
      mqtt5 = "MQTT-3.3.1-9",
      mqtt311 = {"MQTT-3.3.1-6", "MQTT-3.3.1-8"})
  @ParameterizedTest
  @EnumSource
  void aNewSubscriptionGetsWhatIsRetainedForIt(Version version) {
    Down down = new Down(server, version);
    server.publishDown(down.topic("denm"), "old", 1, true);
    server.publishDown(down.topic("denm"), "ice", 1, true);
    server.publishDown(down.topic("ivim"), "50", 1, true);
    server.publishDown("v1/geo/" + server.freshPlace() + "/denm", "elsewhere", 1, true);
    assertThat(down.untilMark()).isEmpty();
    down.subscribe(down.all(), 1);

    List<Received.Published> retained = down.untilMark();
    assertThat(retained).extracting(Down::text).containsExactlyInAnyOrder("ice", "50");
    assertThat(retained).allMatch(Received.Published::isRetained);
    assertThat(retained).noneMatch(Received.Published::isDup);
  }

  @Normative(
      mqtt5 = {"MQTT-3.3.1-9", "MQTT-3.8.4-4"},
      mqtt311 = {"MQTT-3.3.1-6", "MQTT-3.8.4-3"})
  @ParameterizedTest
  @EnumSource
  void theSameSubscriptionAgainGetsItAgain(Version version) {
    Down down = new Down(server, version);
    server.publishDown(down.topic("denm"), "ice", 1, true);
    assertThat(down.untilMark()).isEmpty();
    down.subscribe(down.all(), 1);
    assertThat(down.untilMark()).hasSize(1);
    down.subscribe(down.all(), 0);

    assertThat(down.untilMark()).extracting(Down::text).containsExactly("ice");
  }

  @Normative(mqtt5 = "MQTT-3.3.1-10")
  @Test
  void withHandling1OnlyANewSubscriptionGetsIt() {
    Down down = new Down(server, V5);
    server.publishDown(down.topic("denm"), "ice", 1, true);
    assertThat(down.untilMark()).isEmpty();
    down.subscribe(down.all(), IF_NEW | 1);
    assertThat(down.untilMark()).extracting(Down::text).containsExactly("ice");
    down.subscribe(down.all(), IF_NEW | 1);
    assertThat(down.untilMark()).isEmpty();
  }

  @Normative(mqtt5 = "MQTT-3.3.1-11")
  @Test
  void withHandling2NoSubscriptionGetsIt() {
    Down down = new Down(server, V5);
    server.publishDown(down.topic("denm"), "ice", 1, true);
    assertThat(down.untilMark()).isEmpty();
    down.subscribe(down.all(), NEVER | 1);

    assertThat(down.untilMark()).isEmpty();
  }

  @Normative(mqtt5 = "MQTT-3.3.1-12", mqtt311 = "MQTT-3.3.1-9")
  @ParameterizedTest
  @EnumSource
  void whoWasSubscribedGetsItWithoutTheFlag(Version version) {
    Down down = new Down(server, version);
    down.subscribe(down.all(), 1);
    server.publishDown(down.topic("denm"), "ice", 1, true);

    assertThat(down.untilMark())
        .singleElement()
        .extracting(Received.Published::isRetained)
        .isEqualTo(false);
  }

  @Normative(mqtt5 = "MQTT-3.3.1-13")
  @Test
  void whoWantsItAsPublishedGetsItWithTheFlag() {
    Down down = new Down(server, V5);
    down.subscribe(down.all(), AS_PUBLISHED | 1);
    server.publishDown(down.topic("denm"), "ice", 1, true);
    server.publishDown(down.topic("ivim"), "50", 1, false);

    assertThat(down.untilMark())
        .extracting(Received.Published::isRetained)
        .containsExactly(true, false);
  }

  @Normative(mqtt5 = "MQTT-3.3.1-7", mqtt311 = "MQTT-3.3.1-11")
  @ParameterizedTest
  @EnumSource
  void anEmptyMessageEndsWhatWasRetained(Version version) {
    Down down = new Down(server, version);
    server.publishDown(down.topic("denm"), "ice", 1, true);
    server.publishDown(down.topic("denm"), "", 1, true);
    assertThat(down.untilMark()).isEmpty();
    down.subscribe(down.all(), 1);

    assertThat(down.untilMark()).isEmpty();
  }

  @Normative(mqtt5 = "MQTT-3.3.1-8", mqtt311 = "MQTT-3.3.1-12")
  @ParameterizedTest
  @EnumSource
  void messagesThatAreNotRetainedLeaveItAlone(Version version) {
    Down down = new Down(server, version);
    server.publishDown(down.topic("denm"), "ice", 1, true);
    server.publishDown(down.topic("denm"), "update", 1, false);
    server.publishDown(down.topic("denm"), "beacon", 0, false);
    assertThat(down.untilMark()).isEmpty();
    down.subscribe(down.all(), 1);

    assertThat(down.untilMark()).extracting(Down::text).containsExactly("ice");
  }

  @Normative(mqtt311 = "MQTT-3.1.2-7")
  @ParameterizedTest
  @EnumSource
  void whatIsRetainedOutlastsEverySession(Version version) {
    Down first = new Down(server, version);
    first.subscribe(first.all(), 1);
    server.publishDown(first.topic("denm"), "ice", 1, true);
    assertThat(first.untilMark()).hasSize(1);
    first.again(first.connect().cleanStart(true)).leave();

    Down second = new Down(server, version);
    second.subscribe(first.all(), 1);
    assertThat(second.untilMark()).extracting(Down::text).containsExactly("ice");
  }
}
