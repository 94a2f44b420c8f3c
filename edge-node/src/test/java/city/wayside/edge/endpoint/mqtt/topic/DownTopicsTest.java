package city.wayside.edge.endpoint.mqtt.topic;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.inbound.topic.UpTopic;
import city.wayside.edge.inbound.topic.UpTopicReader;
import city.wayside.model.area.Quadkey;
import city.wayside.model.message.MessageKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownTopicsTest {

  private static final Quadkey PLACE = Quadkey.ofDigits("1203").orElseThrow();

  private final DownTopics topics = new DownTopics(QueueLayout.DEFAULT);

  @Test
  void topicsAreNamedAfterWhomTheyAreFor() {
    assertThat(DownTopics.station(4711, MessageKind.SSEM)).isEqualTo("v1/down/4711/ssem");
    assertThat(DownTopics.client("rsu-1", MessageKind.DENM)).isEqualTo("v1/down/rsu-1/denm");
    assertThat(DownTopics.refused("rsu-1")).isEqualTo("v1/refused/rsu-1");
    assertThat(DownTopics.geo(PLACE, MessageKind.DENM)).isEqualTo("v1/geo/1/2/0/3/denm");
  }

  @Test
  void theOutQueueHasAllWordsThatTheSdksSubscribeTo() {
    assertThat(topics.queued(MessageKind.DENM, "com_app_1", PLACE))
        .containsExactly("default/outQueue/v2x/denm/com_app_1/1/2/0/3");
    assertThat(topics.queued(MessageKind.SPATEM, "u", PLACE))
        .containsExactly(
            "default/outQueue/v2x/spatem/u/1/2/0/3", "default/outQueue/v2x/spat/u/1/2/0/3");
    assertThat(topics.queued(MessageKind.MAPEM, "u", PLACE))
        .containsExactly(
            "default/outQueue/v2x/mapem/u/1/2/0/3", "default/outQueue/v2x/map/u/1/2/0/3");
    assertThat(topics.queued(MessageKind.BSM, "u", PLACE)).isEmpty();
    assertThat(topics.queued(MessageKind.PROBE, "u", PLACE)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(MessageKind.class)
  void whatGoesOutUnderAWordWouldComeInUnderIt(MessageKind kind) {
    UpTopicReader reader = new UpTopicReader(QueueLayout.DEFAULT.inQueue());
    for (String topic : topics.queued(kind, "u", PLACE)) {
      byte[] in =
          topic.replace("outQueue", "inQueue").getBytes(java.nio.charset.StandardCharsets.UTF_8);
      assertThat(reader.read(in, 0, in.length)).isEqualTo(new UpTopic.Queued(kind, "u"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "+", "a+", "#", "$a", "a\u0000", "a\u0085"})
  void aClientWhoseIdIsNoLevelHasNoTopics(String clientId) {
    assertThat(DownTopics.hasTopics(clientId)).isFalse();
  }

  @Test
  void anyOtherClientHas() {
    assertThat(DownTopics.hasTopics("Ampel Süd 😀 -_.:@")).isTrue();
  }
}
