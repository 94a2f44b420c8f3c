package city.wayside.edge.endpoint.mqtt.topic;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.inbound.topic.UpTopic.Queued;
import city.wayside.edge.inbound.topic.UpTopicReader;
import city.wayside.model.area.Quadkey;
import city.wayside.model.client.ClientRole;
import city.wayside.model.client.Grant;
import city.wayside.model.client.SpeaksFor;
import city.wayside.model.message.MessageKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The topics and filters of the its-client SDKs, made as each of them makes them (its-client,
/// commit 38e507a86409): all are taken, and who is interested in a place hears what is sent there.
class SdkTopicsTest {

  private static final double LAT_DEG = 48.6263556;
  private static final double LON_DEG = 2.2492123;
  private static final String TILE_15 = "1/2/0/2/2/0/0/1/1/2/0/3/1/0/0";
  private static final String TILE_22 = TILE_15 + "/3/2/3" + "/1/1/0/3";
  private static final Grant GRANT =
      new Grant("car", ClientRole.VEHICLE, new SpeaksFor.Stations(Set.of(7L)), 10);

  private final FilterRules rules = new FilterRules(QueueLayout.DEFAULT, 1000, false);
  private final UpTopicReader reader = new UpTopicReader(QueueLayout.DEFAULT.inQueue());
  private final DownTopics topics = new DownTopics(QueueLayout.DEFAULT);

  /// One SDK.
  ///
  /// @param clientId as which it connects
  /// @param publishes where it publishes a message of [#kind]
  /// @param kind what it publishes
  /// @param uuid the name that stands in its topics
  /// @param subscribes to what it subscribes
  /// @param hears which kinds it then hears of
  record Sdk(
      String name,
      String clientId,
      String publishes,
      MessageKind kind,
      String uuid,
      List<String> subscribes,
      List<MessageKind> hears) {

    @Override
    public String toString() {
      return name;
    }
  }

  // tidy: one list of what seven programs send
  static List<Sdk> sdks() {
    return List.of(
        new Sdk(
            "Java IoT3Mobility: uuid as client id, reports in zoom 22, a private topic",
            "com_car_7",
            "default/inQueue/v2x/cam/com_car_7/" + TILE_22,
            MessageKind.CAM,
            "com_car_7",
            List.of(
                "default/outQueue/v2x/denm/com_car_7",
                "default/outQueue/v2x/cam/+/" + TILE_15 + "/#",
                "default/outQueue/v2x/denm/+/" + TILE_15 + "/#",
                "default/outQueue/v2x/cpm/+/" + TILE_15 + "/#",
                "default/outQueue/v2x/mapem/+/" + TILE_15 + "/#",
                "default/outQueue/v2x/spatem/+/" + TILE_15 + "/#",
                "default/outQueue/v2x/mcm/+/" + TILE_15 + "/#"),
            List.of(
                MessageKind.CAM,
                MessageKind.DENM,
                MessageKind.CPM,
                MessageKind.MAPEM,
                MessageKind.SPATEM)),
        new Sdk(
            "Java IoT3Mobility with a region of interest of zoom 22: no wildcard at the end",
            "com_car_7",
            "default/inQueue/v2x/denm/com_car_7/" + TILE_22,
            MessageKind.DENM,
            "com_car_7",
            List.of("default/outQueue/v2x/denm/+/" + tile(22)),
            List.of(MessageKind.DENM)),
        new Sdk(
            "Python iot3.mobility: hazards around it",
            "com_car_7",
            "default/inQueue/v2x/denm/com_car_7/" + TILE_22,
            MessageKind.DENM,
            "com_car_7",
            List.of("default/outQueue/v2x/denm/+/" + TILE_15 + "/#"),
            List.of(MessageKind.DENM)),
        new Sdk(
            "Python its-vehicle: prefixes from its configuration",
            "car-7",
            "default/inQueue/v2x/cam/car-7/" + TILE_22,
            MessageKind.CAM,
            "car-7",
            List.of(
                "default/outQueue/v2x/cam/+/" + TILE_15 + "/#",
                "default/outQueue/v2x/cpm/+/" + TILE_15 + "/#",
                "default/outQueue/v2x/denm/+/" + TILE_15 + "/#"),
            List.of(MessageKind.CAM, MessageKind.CPM, MessageKind.DENM)),
        new Sdk(
            "Rust libits-client: everything of a type, tiles of zoom 26, words of its own",
            "com_app_its-client-1",
            "default/inQueue/v2x/spat/com_app_its-client-1/" + TILE_22 + "/1/2/3/0",
            MessageKind.SPATEM,
            "com_app_its-client-1",
            List.of(
                "default/outQueue/v2x/cam/+/#",
                "default/outQueue/v2x/cpm/+/#",
                "default/outQueue/v2x/denm/+/#",
                "default/outQueue/v2x/map/+/#",
                "default/outQueue/v2x/spat/+/#",
                "default/outQueue/v2x/info/#"),
            List.of(
                MessageKind.CAM,
                MessageKind.CPM,
                MessageKind.DENM,
                MessageKind.MAPEM,
                MessageKind.SPATEM)),
        new Sdk(
            "Swift ITSMobility: client id as name",
            "com_vru_7",
            "default/inQueue/v2x/denm/com_vru_7/" + TILE_22,
            MessageKind.DENM,
            "com_vru_7",
            List.of(
                "default/outQueue/v2x/cam/+/" + TILE_15 + "/#",
                "default/outQueue/v2x/denm/+/" + TILE_15 + "/#"),
            List.of(MessageKind.CAM, MessageKind.DENM)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sdks")
  void whatItPublishesIsTaken(Sdk sdk) {
    byte[] topic = sdk.publishes().getBytes(StandardCharsets.UTF_8);
    assertThat(reader.read(topic, 0, topic.length)).isEqualTo(new Queued(sdk.kind(), sdk.uuid()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sdks")
  void whatItSubscribesToIsGranted(Sdk sdk) {
    for (String filter : sdk.subscribes()) {
      assertThat(rules.judge(filter, sdk.clientId(), GRANT, 0))
          .as(filter)
          .isEqualTo(Permission.AT_LEAST_ONCE);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sdks")
  void itHearsOnceWhatIsSentWhereItIsInterested(Sdk sdk) {
    TopicTree<Ear> tree = new TopicTree<>();
    Ear ear = new Ear(sdk.clientId());
    sdk.subscribes().forEach(filter -> tree.add(filter, ear, 1, 0));
    Matches<Ear> matches = new Matches<>();
    Quadkey place = Quadkey.of(LAT_DEG, LON_DEG, 22);
    for (MessageKind kind : MessageKind.values()) {
      int heard = 0;
      for (String topic : topics.queued(kind, "com_car_8", place)) {
        tree.match(topic, matches);
        heard += matches.count();
      }
      assertThat(heard).as(kind.word()).isEqualTo(sdk.hears().contains(kind) ? 1 : 0);
    }
  }

  private static String tile(int zoom) {
    return Quadkey.of(LAT_DEG, LON_DEG, zoom).levels();
  }
}
