package city.wayside.edge.endpoint.mqtt.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import city.wayside.edge.inbound.Inbound;
import city.wayside.edge.inbound.topic.UpTopic;
import city.wayside.edge.inbound.topic.UpTopic.Batch;
import city.wayside.edge.inbound.topic.UpTopic.Elsewhere;
import city.wayside.edge.inbound.topic.UpTopic.Queued;
import city.wayside.edge.inbound.topic.UpTopic.Status;
import city.wayside.edge.inbound.topic.UpTopic.Up;
import city.wayside.edge.inbound.topic.UpTopicReader;
import city.wayside.model.message.MessageKind;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpTopicReaderTest {

  private static final String NO_TOPIC = "topic must be v1/up/{station}/{type}";
  private static final String NO_TYPE =
      "the topic's type must be one of cam, denm, probe and the other known types";
  private static final String NO_STATION =
      "the topic's station must be a number from 0 to 4294967295, or -";
  private static final String NO_NAME =
      "the topic's client must have 1 to 512 bytes, none of them +, #, $ or a control character";
  private static final String NO_TILE =
      "the topic must end in the digits of a tile, 0 to 3, one a level, at most 26";

  private final UpTopicReader reader = new UpTopicReader(QueueLayout.DEFAULT.inQueue());

  @ParameterizedTest
  @EnumSource(value = MessageKind.class, mode = EnumSource.Mode.EXCLUDE, names = "STATUS")
  void everyKindHasItsTopic(MessageKind kind) {
    assertThat(read("v1/up/4294967295/" + kind.word())).isEqualTo(new Up(4294967295L, kind));
  }

  @Test
  void theStationMayBeLeftToThePayload() {
    assertThat(read("v1/up/-/probe"))
        .isEqualTo(new Up(Inbound.STATION_IN_PAYLOAD, MessageKind.PROBE));
  }

  @Test
  void aStationBeyond32BitsIsForAdmissionToRefuse() {
    assertThat(read("v1/up/999999999999999999/probe"))
        .isEqualTo(new Up(999_999_999_999_999_999L, MessageKind.PROBE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v1",
        "v1/up",
        "v1/up/",
        "v1/up/1",
        "v2/up/1/probe",
        "/v1/up/1/cam",
        "$SYS/up/1/cam",
        "v1/down/1/cam",
        "default/inQueue/v2",
        "default/outQueue/v2x/cam/a/0",
        "x/inQueue/v2x/cam/a"
      })
  void whatIsNoUpTopicIsUnknown(String topic) {
    assertThat(read(topic)).isEqualTo(unknown(NO_TOPIC));
  }

  @ParameterizedTest
  @CsvSource({
    "v1/up/1/",
    "v1/up/1/Probe",
    "v1/up/1/probe/",
    "v1/up/1/probex",
    "v1/up/1/x/probe",
    "v1/up//probe/cam",
    "v1/up/1/statusx",
    "v1/up/1/+"
  })
  void whatIsNoTypeIsUnknown(String topic) {
    assertThat(read(topic)).isEqualTo(unknown(NO_TYPE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1/up//probe",
        "v1/up/x/probe",
        "v1/up/--/probe",
        "v1/up/-1/probe",
        "v1/up/+/probe",
        "v1/up/1234567890123456789/probe"
      })
  void whatIsNoStationIsUnknown(String topic) {
    assertThat(read(topic)).isEqualTo(unknown(NO_STATION));
  }

  @Test
  void batchesAndStatusesAreOfClients() {
    assertThat(read("v1/up/rsu-1/batch")).isEqualTo(new Batch("rsu-1"));
    assertThat(read("v1/up/Ampel Süd/batch")).isEqualTo(new Batch("Ampel Süd"));
    assertThat(read("v1/up/-/batch")).isEqualTo(new Batch(UpTopic.SELF));
    assertThat(read("v1/up/4711/status")).isEqualTo(new Status("4711"));
    assertThat(read("v1/up/rsu-1/status")).isEqualTo(new Status("rsu-1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "+", "a#", "$SYS", "a\u0000", "a\u001f", "a\u007f", "a\u0085", "\u009f"})
  void aClientHasNoCharactersThatTopicsMayNotHave(String client) {
    assertThat(read("v1/up/" + client + "/batch")).isEqualTo(unknown(NO_NAME));
    assertThat(read("v1/up/" + client + "/status")).isEqualTo(unknown(NO_NAME));
    assertThat(read("default/inQueue/v2x/cam/" + client + "/0")).isEqualTo(unknown(NO_NAME));
  }

  @Test
  void aClientIsNotLongerThanTheLimit() {
    String longest = "x".repeat(UpTopicReader.NAME_BYTES_MAX);
    assertThat(read("v1/up/" + longest + "/batch")).isEqualTo(new Batch(longest));
    assertThat(read("v1/up/x" + longest + "/batch")).isEqualTo(unknown(NO_NAME));
  }

  @ParameterizedTest
  @CsvSource({
    "cam, CAM",
    "denm, DENM",
    "cpm, CPM",
    "vam, VAM",
    "spatem, SPATEM",
    "spat, SPATEM",
    "mapem, MAPEM",
    "map, MAPEM",
    "srem, SREM",
    "ssem, SSEM",
    "ivim, IVIM"
  })
  void theQueueLayoutHasItsOwnWords(String word, MessageKind kind) {
    assertThat(read("default/inQueue/v2x/" + word + "/com_car_1/0/1/2/3"))
        .isEqualTo(new Queued(kind, "com_car_1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/0",
        "/0/",
        "/1/2/0/2/2/0/0/1/1/2/0/3/1/0/0/3/2/3/0/1/2/3",
        "/1/2/0/2/2/0/0/1/1/2/0/3/1/0/0/3/2/3/0/1/2/3/0/1/2/3",
        "/1/2/0/2/2/0/0/1/1/2/0/3/1/0/0/3/2/3/0/1/2/3/0/1/2/3/"
      })
  void aTileMayBeThereUpToTheSmallest(String tile) {
    assertThat(read("default/inQueue/v2x/cam/com_car_1" + tile))
        .isEqualTo(new Queued(MessageKind.CAM, "com_car_1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/4",
        "//",
        "/0//",
        "/00",
        "/0/x/1",
        "/0/1x",
        "/+",
        "/#",
        "/1/2/0/2/2/0/0/1/1/2/0/3/1/0/0/3/2/3/0/1/2/3/0/1/2/3/0"
      })
  void whatIsNoTileIsUnknown(String tile) {
    assertThat(read("default/inQueue/v2x/cam/com_car_1" + tile)).isEqualTo(unknown(NO_TILE));
  }

  @Test
  void whatOfTheSdksIsNotTakenIsToldApartFromWhatIsUnknown() {
    for (String word : new String[] {"mcm", "info", "status", "poim", "po"}) {
      assertThat(read("default/inQueue/v2x/" + word + "/com_car_1/0"))
          .isInstanceOfSatisfying(
              Elsewhere.class,
              it -> assertThat(it.refused().code()).isEqualTo(Refusal.UNSUPPORTED_TYPE));
    }
    for (String word : new String[] {"", "bsm", "probe", "Cam", "cams"}) {
      assertThat(read("default/inQueue/v2x/" + word + "/com_car_1/0"))
          .isEqualTo(
              unknown("the topic's type must be one of cam, denm, cpm, spatem, mapem, srem, ssem"));
    }
    assertThat(read("default/inQueue/v2x/cam")).isEqualTo(unknown(NO_NAME));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5GCroCo", "road/west", "/root", "Straße"})
  void thePrefixIsConfigured(String prefix) {
    UpTopicReader configured = new UpTopicReader(new QueueLayout(prefix).inQueue());
    String topic = (prefix.isEmpty() ? "" : prefix + "/") + "inQueue/v2x/denm/u/1";
    assertThat(read(configured, topic)).isEqualTo(new Queued(MessageKind.DENM, "u"));
    assertThat(read(configured, "default/inQueue/v2x/denm/u/1")).isEqualTo(unknown(NO_TOPIC));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v1/x", "/", "a/", "a//b", "+", "a/#", "$x", "a/b/c/d/e/f"})
  void aPrefixThatBeginsNoTopicIsRefused(String prefix) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QueueLayout(prefix))
        .withMessageStartingWith("the prefix is \"" + prefix + "\", must be up to 5 levels");
  }

  @Property
  void anyBytesGiveAMeaning(@ForAll @Size(max = 60) byte[] tail) {
    for (String prefix : new String[] {"", "v1/up/", "v1/up/x/", "default/inQueue/v2x/cam/"}) {
      byte[] head = prefix.getBytes(StandardCharsets.UTF_8);
      byte[] topic = new byte[head.length + tail.length];
      System.arraycopy(head, 0, topic, 0, head.length);
      System.arraycopy(tail, 0, topic, head.length, tail.length);
      assertThat(reader.read(topic, 0, topic.length)).isNotNull();
    }
  }

  private UpTopic read(String topic) {
    return read(reader, topic);
  }

  /// Reads it from the middle of an array whose neighbours would change the meaning.
  private static UpTopic read(UpTopicReader reader, String topic) {
    byte[] bytes = ("/0" + topic + "/0/cam").getBytes(StandardCharsets.UTF_8);
    return reader.read(bytes, 2, topic.getBytes(StandardCharsets.UTF_8).length);
  }

  private static Elsewhere unknown(String reason) {
    return new Elsewhere(new Refused(Refusal.UNKNOWN_TOPIC, reason));
  }
}
