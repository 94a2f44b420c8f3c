package city.wayside.edge.conform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.rig.Served;
import city.wayside.edge.rig.Server;
import city.wayside.edge.wire.PacketType;
import city.wayside.edge.wire.Packets;
import city.wayside.edge.wire.Prop;
import city.wayside.edge.wire.Props;
import city.wayside.edge.wire.Received;
import city.wayside.edge.wire.Subscribe;
import city.wayside.edge.wire.Version;
import city.wayside.model.downlink.DownMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Messages on their way down: to whom, with which QoS, in which order.
@ExtendWith(Served.class)
class DeliveryRulesTest {

  private static final Version V5 = Version.MQTT_5;

  private final Server server;

  DeliveryRulesTest(Server server) {
    this.server = server;
  }

  @Normative(
      mqtt5 = {"MQTT-3.8.4-8", "MQTT-4.3.1-1", "MQTT-4.3.2-2", "MQTT-4.5.0-1", "MQTT-3.3.1-3"},
      mqtt311 = {"MQTT-3.8.4-6", "MQTT-4.3.1-1", "MQTT-4.3.2-1", "MQTT-4.5.0-1", "MQTT-3.3.1-3"})
  @ParameterizedTest
  @CsvSource({
    "MQTT_5,0,0,0", "MQTT_5,0,1,0", "MQTT_5,1,0,0", "MQTT_5,1,1,1", "MQTT_5,1,2,1",
    "MQTT_311,0,0,0", "MQTT_311,0,1,0", "MQTT_311,1,0,0", "MQTT_311,1,1,1", "MQTT_311,1,2,1"
  })
  void aMessageHasTheLowerOfBothQos(Version version, int published, int asked, int delivered) {
    Down down = new Down(server, version);
    down.subscribe(down.all(), asked);
    server.publishDown(down.topic("denm"), "ice ahead", published, false);

    Received.Published message = down.expect("ice ahead");
    assertThat(message.topic()).isEqualTo(down.topic("denm"));
    assertThat(message.qos()).isEqualTo(delivered);
    assertThat(message.isDup()).isFalse();
    assertThat(message.isRetained()).isFalse();
  }

  @Normative(
      mqtt5 = {"MQTT-2.2.1-4", "MQTT-4.3.2-1", "MQTT-4.3.2-3"},
      mqtt311 = {"MQTT-2.3.1-4", "MQTT-4.3.2-1"})
  @ParameterizedTest
  @EnumSource
  void packetIdsUnderWayAreAllDifferent(Version version) {
    Down down = new Down(server, version);
    down.subscribe(down.all(), 1);
    for (int number = 0; number < 10; number++) {
      server.publishDown(down.topic("denm"), "message " + number, 1, false);
    }
    Set<Integer> packetIds = new HashSet<>();
    List<Received.Published> messages = new ArrayList<>();
    for (int number = 0; number < 10; number++) {
      Received.Published message = down.expect("message " + number);
      messages.add(message);
      assertThat(packetIds.add(message.packetId())).as("id " + message.packetId()).isTrue();
    }
    messages.forEach(down::acknowledge);
    assertThat(down.untilMark()).isEmpty();
  }

  @Normative(
      mqtt5 = {"MQTT-4.6.0-5", "MQTT-4.6.0-6"},
      mqtt311 = {"MQTT-4.6.0-5", "MQTT-4.6.0-6"})
  @ParameterizedTest
  @EnumSource
  void messagesOfATopicComeInTheirOrder(Version version) {
    Down down = new Down(server, version);
    down.subscribe(down.all(), 1);
    List<DownMessage> messages = new ArrayList<>();
    for (int number = 0; number < 100; number++) {
      messages.add(server.down(down.topic("denm"), "" + number, number % 2, false));
    }
    server.publishDown(messages);

    List<Integer> notices = new ArrayList<>();
    List<Integer> beacons = new ArrayList<>();
    for (Received.Published message : down.untilMark()) {
      (message.qos() == 1 ? notices : beacons).add(Integer.parseInt(Down.text(message)));
    }
    assertThat(notices).hasSize(50).isSorted();
    assertThat(beacons).hasSize(50).isSorted();
  }

  @Normative(
      mqtt5 = {"MQTT-3.3.2-3", "MQTT-4.7.3-4"},
      mqtt311 = {"MQTT-3.3.2-3", "MQTT-4.7.3-4"})
  @ParameterizedTest
  @EnumSource
  void aClientGetsWhatItsFiltersMatchAndNothingElse(Version version) {
    Down down = new Down(server, version);
    String station = server.freshId();
    down.subscribe("v1/geo/" + down.place + "/1/+/denm", 0);
    down.subscribe("v1/geo/" + down.place + "/2/#", 0);
    down.subscribe("v1/geo/" + down.place + "/cam", 0);
    down.subscribe("v1/down/" + station + "/ivim", 0);
    String base = "v1/geo/" + down.place;
    List<String> wanted =
        List.of(
            base + "/1/0/denm",
            base + "/1/3/denm",
            base + "/2/denm",
            base + "/2/1/1/3/cam",
            base + "/cam",
            "v1/down/" + station + "/ivim");
    List<String> others =
        List.of(
            base + "/1/denm",
            base + "/1/0/0/denm",
            base + "/1/0/cam",
            base + "/denm",
            base + "/3/cam",
            "v1/down/" + station + "/denm",
            "v1/down/" + station + "0/ivim");
    for (int place = 0; place < others.size(); place++) {
      server.publishDown(others.get(place), "other", 0, false);
      if (place < wanted.size()) {
        server.publishDown(wanted.get(place), "wanted", 0, false);
      }
    }
    assertThat(down.untilMark())
        .extracting(Received.Published::topic)
        .containsExactlyElementsOf(wanted);
  }

  @Normative(
      mqtt5 = {"MQTT-3.3.4-2", "MQTT-3.3.4-3", "MQTT-3.3.4-4", "MQTT-3.3.4-5"},
      mqtt311 = "MQTT-3.3.5-1")
  @ParameterizedTest
  @EnumSource
  void overlappingFiltersGiveTheHighestQosAndAllIdentifiers(Version version) {
    Down down = new Down(server, version);
    String[] filters = {down.all(), down.topic("denm"), "v1/geo/" + down.place + "/+"};
    for (int number = 0; number < filters.length; number++) {
      Subscribe subscribe = new Subscribe(number + 1).filter(filters[number], number == 1 ? 1 : 0);
      if (number < 2) {
        subscribe.properties(Props.of(Prop.SUBSCRIPTION_ID, 10 + number));
      }
      down.wire().subscribe(subscribe);
    }
    server.publishDown(down.topic("denm"), "once or thrice", 1, false);

    List<Received.Published> copies = down.untilMark();
    assertThat(copies).isNotEmpty().hasSizeLessThanOrEqualTo(filters.length);
    assertThat(copies.stream().mapToInt(Received.Published::qos).max()).hasValue(1);
    if (version.isMqtt5()) {
      List<Object> identifiers = new ArrayList<>();
      copies.forEach(copy -> identifiers.addAll(copy.properties().all(Prop.SUBSCRIPTION_ID)));
      assertThat(identifiers).containsExactlyInAnyOrder(10L, 11L);
    }
  }

  @Normative(mqtt5 = "MQTT-3.10.4-2", mqtt311 = "MQTT-3.10.4-2")
  @ParameterizedTest
  @EnumSource
  void afterUnsubscribeNothingNewComes(Version version) {
    Down down = new Down(server, version);
    down.subscribe(down.all(), 1);
    server.publishDown(down.topic("denm"), "before", 1, false);
    down.acknowledge(down.expect("before"));
    down.unsubscribe(down.all());
    server.publishDown(down.topic("denm"), "after", 1, false);

    assertThat(down.untilMark()).isEmpty();
  }

  @Normative(mqtt5 = "MQTT-3.10.4-3", mqtt311 = "MQTT-3.10.4-3")
  @ParameterizedTest
  @EnumSource
  void whatWasBegunIsCompletedAfterUnsubscribe(Version version) {
    Down down = new Down(server, version);
    down.subscribe(down.all(), 1);
    server.publishDown(down.topic("denm"), "begun", 1, false);
    Received.Published begun = down.expect("begun");
    down.unsubscribe(down.all());
    down.leave();
    assertThat(down.comeBack()).isTrue();

    Received.Published again = down.expect("begun");
    assertThat(again.packetId()).isEqualTo(begun.packetId());
    down.acknowledge(again);
    assertThat(down.untilMark()).isEmpty();
  }

  @Normative(mqtt5 = "MQTT-3.8.4-3", mqtt311 = "MQTT-3.8.4-3")
  @ParameterizedTest
  @EnumSource
  void theSameFilterAgainChangesItsQos(Version version) {
    Down down = new Down(server, version);
    down.subscribe(down.all(), 1);
    down.subscribe(down.all(), 0);
    server.publishDown(down.topic("denm"), "once", 1, false);

    assertThat(down.untilMark()).singleElement().extracting(Received.Published::qos).isEqualTo(0);
  }

  @Normative(mqtt5 = "MQTT-3.3.2-20")
  @Test
  void theContentTypeIsTold() {
    Down down = new Down(server, V5);
    down.subscribe(down.all(), 0);
    DownMessage plain = server.down(down.topic("denm"), "{}", 0, false);
    server.publishDown(
        List.of(
            plain,
            new DownMessage(
                plain.messageId() + 1_000_000,
                plain.topic(),
                "{}".getBytes(UTF_8),
                "application/json",
                plain.kind(),
                "",
                plain.expiresMs())));

    assertThat(down.expect("{}").properties().has(Prop.CONTENT_TYPE)).isFalse();
    assertThat(down.expect("{}").properties().text(Prop.CONTENT_TYPE))
        .isEqualTo("application/json");
  }

  @Normative(mqtt5 = {"MQTT-3.1.2-24", "MQTT-3.1.2-25"})
  @Test
  void whatIsTooLargeForItsClientIsThrownAway() {
    Down down = new Down(server, V5);
    down.again(
        down.connect()
            .properties(
                Props.of(Prop.SESSION_EXPIRY, 60)
                    .and(Prop.MAXIMUM_PACKET_SIZE, 128)
                    .and(Prop.RECEIVE_MAXIMUM, 1)));
    down.wire().acceptsUpTo(128);
    down.subscribe(down.all(), 1);
    for (String text : List.of("first", "x".repeat(128), "last")) {
      server.publishDown(down.topic("denm"), text, 1, false);
    }
    // It takes no place among those under way, of which there may be one.
    assertThat(down.untilMark()).extracting(Down::text).containsExactly("first", "last");
  }

  @Normative(mqtt5 = "MQTT-4.4.0-2")
  @Test
  void aMessageThatItsClientRefusedIsNotSentAgain() {
    Down down = new Down(server, V5);
    down.subscribe(down.all(), 1);
    server.publishDown(down.topic("denm"), "not for me", 1, false);
    Received.Published message = down.expect("not for me");
    down.wire().send(Packets.ack(PacketType.PUBACK, message.packetId(), 0x97));
    assertThat(down.untilMark()).isEmpty();
    down.leave();

    assertThat(down.comeBack()).isTrue();
    assertThat(down.untilMark()).isEmpty();
  }

  @Test
  void aClientThatIsNotSubscribedGetsNothing() {
    Down down = new Down(server, V5);
    server.publishDown(down.topic("denm"), "for others", 1, false);

    assertThat(down.untilMark()).isEmpty();
  }
}
