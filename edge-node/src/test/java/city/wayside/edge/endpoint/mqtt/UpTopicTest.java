package city.wayside.edge.endpoint.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.endpoint.mqtt.UpTopic.Elsewhere;
import city.wayside.edge.endpoint.mqtt.UpTopic.Up;
import city.wayside.edge.inbound.Inbound;
import city.wayside.model.message.MessageKind;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpTopicTest {

  @ParameterizedTest
  @EnumSource(MessageKind.class)
  void everyKindHasItsTopic(MessageKind kind) {
    assertThat(UpTopic.parse("v1/up/4294967295/" + kind.word()))
        .isEqualTo(new Up(4294967295L, kind));
  }

  @Test
  void theStationMayBeLeftToThePayload() {
    assertThat(UpTopic.parse("v1/up/-/probe"))
        .isEqualTo(new Up(Inbound.STATION_IN_PAYLOAD, MessageKind.PROBE));
  }

  @Test
  void aStationBeyond32BitsIsForAdmissionToRefuse() {
    assertThat(UpTopic.parse("v1/up/999999999999999999/probe"))
        .isEqualTo(new Up(999_999_999_999_999_999L, MessageKind.PROBE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v1", "v1/up", "v1/up/", "v1/up/1", "v2/up/1/probe", "/v1/up/1/cam"})
  void whatIsNoUpTopicIsUnknown(String topic) {
    assertThat(UpTopic.parse(topic)).isEqualTo(unknown("topic must be v1/up/{station}/{type}"));
  }

  @ParameterizedTest
  @CsvSource({
    "v1/up/1/",
    "v1/up/1/Probe",
    "v1/up/1/probe/",
    "v1/up/1/probex",
    "v1/up/1/x/probe",
    "v1/up//probe/cam"
  })
  void whatIsNoTypeIsUnknown(String topic) {
    assertThat(UpTopic.parse(topic))
        .isEqualTo(
            unknown("the topic's type must be one of cam, denm, probe and the other known types"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1/up//probe",
        "v1/up/x/probe",
        "v1/up/--/probe",
        "v1/up/-1/probe",
        "v1/up/1234567890123456789/probe"
      })
  void whatIsNoStationIsUnknown(String topic) {
    assertThat(UpTopic.parse(topic))
        .isEqualTo(unknown("the topic's station must be a number from 0 to 4294967295, or -"));
  }

  private static Elsewhere unknown(String reason) {
    return new Elsewhere(new Refused(Refusal.UNKNOWN_TOPIC, reason));
  }
}
