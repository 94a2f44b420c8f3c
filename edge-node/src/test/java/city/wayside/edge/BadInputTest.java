package city.wayside.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.wayside.model.refusal.Refusal;
import city.wayside.model.telemetry.Metric;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.datatypes.MqttUtf8String;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAck;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is wrong with a message, it is refused with its code, counted, told to its sender, and
/// nothing else happens: the connection goes on and others are not disturbed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

  private final EdgeRig rig = new EdgeRig();
  private final Mqtt5BlockingClient bystander = rig.mqtt5("bystander");

  @BeforeAll
  void connect() {
    bystander.connect();
  }

  /// One wrong message; `NOW` in its payload stands for the time.
  record Bad(
      String name,
      String topic,
      String payload,
      Refusal code,
      int reasonCode,
      @Nullable String reason) {

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Bad> bad() {
    List<Bad> all = new ArrayList<>(badJson());
    all.addAll(badValues());
    all.addAll(badTopicsAndSizes());
    return all;
  }

  private static List<Bad> badJson() {
    String probe = "v1/up/7/probe";
    return List.of(
        new Bad(
            "not JSON",
            probe,
            "{\"t\":NOW,",
            Refusal.MALFORMED,
            0x99,
            "the payload is not valid JSON at or after field t"),
        new Bad("empty", probe, "", Refusal.MALFORMED, 0x99, "the payload is not a JSON object"),
        new Bad(
            "a wrong type",
            probe,
            "{\"t\":NOW,\"lat\":\"52\",\"lon\":13}",
            Refusal.MALFORMED,
            0x99,
            "lat is a string, must be a number from -90 to 90"),
        new Bad(
            "NaN",
            probe,
            "{\"t\":NOW,\"lat\":52,\"lon\":13,\"speedMps\":NaN}",
            Refusal.MALFORMED,
            0x99,
            "speedMps is NaN, must be a number of metres per second, 0 or more"));
  }

  private static List<Bad> badValues() {
    String probe = "v1/up/7/probe";
    return List.of(
        new Bad(
            "out of range",
            probe,
            "{\"t\":NOW,\"lat\":91.5,\"lon\":13}",
            Refusal.OUT_OF_RANGE,
            0x99,
            "lat is 91.5, must be from -90 to 90"),
        new Bad(
            "too fast a speed",
            probe,
            "{\"t\":NOW,\"lat\":52,\"lon\":13,\"speedMps\":300}",
            Refusal.OUT_OF_RANGE,
            0x99,
            "speedMps is 300.0, must be from 0 to 100.0"),
        new Bad(
            "an unknown station type",
            probe,
            "{\"t\":NOW,\"lat\":52,\"lon\":13,\"type\":\"ufo\"}",
            Refusal.UNKNOWN_STATION_TYPE,
            0x99,
            "type is ufo, must be a station type of ETSI TS 102 894-2, as a word or a code"
                + " from 0 to 15"),
        new Bad(
            "another station",
            probe,
            "{\"t\":NOW,\"lat\":52,\"lon\":13,\"station\":8}",
            Refusal.STATION_MISMATCH,
            0x99,
            "station is 8, must be the topic's station 7"),
        new Bad(
            "a station beyond 32 bits",
            "v1/up/4294967296/probe",
            "{\"t\":NOW,\"lat\":52,\"lon\":13}",
            Refusal.OUT_OF_RANGE,
            0x99,
            "station is 4294967296, must be from 0 to 4294967295"),
        new Bad(
            "a clock at 1970",
            probe,
            "{\"t\":0,\"lat\":52,\"lon\":13}",
            Refusal.CLOCK,
            0x83,
            null));
  }

  private static List<Bad> badTopicsAndSizes() {
    String probe = "v1/up/7/probe";
    return List.of(
        new Bad(
            "too large",
            probe,
            " ".repeat(65_537),
            Refusal.TOO_LARGE,
            0x97,
            "the payload has 65537 bytes, must be at most 65536"),
        new Bad(
            "an unknown topic",
            "v1/down/7/probe",
            "{}",
            Refusal.UNKNOWN_TOPIC,
            0x90,
            "topic must be v1/up/{station}/{type}"),
        new Bad(
            "an unknown type",
            "v1/up/7/smoke",
            "{}",
            Refusal.UNKNOWN_TOPIC,
            0x90,
            "the topic's type must be one of cam, denm, probe and the other known types"),
        new Bad(
            "a status that is no object",
            "v1/up/-/status",
            "{]",
            Refusal.MALFORMED,
            0x99,
            "the status begins with { and is no JSON object"),
        new Bad("a CAM that is none", "v1/up/7/cam", "nonsense", Refusal.MALFORMED, 0x99, null),
        new Bad(
            "a CAM in JSON without its envelope",
            "v1/up/7/cam",
            "{}",
            Refusal.MALFORMED,
            0x99,
            null),
        new Bad(
            "a batch",
            "v1/up/-/batch",
            "{}",
            Refusal.MALFORMED,
            0x99,
            "message 0 of the batch, at byte 0: the type has 123 bytes, and with the lengths needs"
                + " 126 where 2 are left; the rest of the batch is not read"),
        new Bad(
            "the status of another client",
            "v1/up/7/status",
            "{}",
            Refusal.NOT_AUTHORIZED,
            0x87,
            "the topic's client is 7, must be - or the client's own id"));
  }

  @AfterAll
  void stop() {
    rig.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void anMqtt5ClientIsToldInThePubackAndOnItsTopic(Bad bad) throws InterruptedException {
    Counts before = counts(bad.code());
    Mqtt5BlockingClient client = rig.mqtt5("five");
    client.connect();
    client.subscribeWith().topicFilter("v1/refused/five").send();
    try (Mqtt5BlockingClient.Mqtt5Publishes notices =
        client.publishes(MqttGlobalPublishFilter.ALL)) {
      Mqtt5PubAck answer = refused(client, bad.topic(), payload(bad));

      assertThat(answer.getReasonCode().getCode()).isEqualTo(bad.reasonCode());
      String reason = answer.getReasonString().map(MqttUtf8String::toString).orElseThrow();
      if (bad.reason() != null) {
        assertThat(reason).isEqualTo(bad.reason());
      }
      Mqtt5Publish notice = notices.receive(10, TimeUnit.SECONDS).orElseThrow();
      assertThat(new String(notice.getPayloadAsBytes(), StandardCharsets.UTF_8))
          .contains("\"code\":\"" + bad.code().word() + "\"")
          .contains("\"reason\":\"" + reason + "\"")
          .contains("\"topic\":\"" + bad.topic() + "\"")
          .containsPattern("\"messageId\":[1-9][0-9]*")
          .containsPattern("\"at\":\"[0-9-]{10}T[0-9:.]{12}Z\"");
    }
    assertThat(counts(bad.code())).isEqualTo(before.andOneRefused());
    publishGood(client);
    client.disconnect();
    publishGood(bystander);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void anMqtt311ClientIsToldOnItsTopicAndNeedNotSendAgain(Bad bad) throws InterruptedException {
    Counts before = counts(bad.code());
    Mqtt3BlockingClient client = rig.mqtt3("three");
    client.connect();
    client.subscribeWith().topicFilter("v1/refused/three").send();
    try (Mqtt3BlockingClient.Mqtt3Publishes notices =
        client.publishes(MqttGlobalPublishFilter.ALL)) {
      client
          .publishWith()
          .topic(bad.topic())
          .qos(MqttQos.AT_LEAST_ONCE)
          .payload(payload(bad))
          .send();

      String notice =
          new String(
              notices.receive(10, TimeUnit.SECONDS).orElseThrow().getPayloadAsBytes(),
              StandardCharsets.UTF_8);
      assertThat(notice).contains("\"code\":\"" + bad.code().word() + "\"");
    }
    assertThat(counts(bad.code())).isEqualTo(before.andOneRefused());
    client
        .publishWith()
        .topic("v1/up/" + nextStation() + "/probe")
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(rig.probe(rig.nowMs()))
        .send();
    client.disconnect();
  }

  @ParameterizedTest
  @ValueSource(longs = {-600_000, 600_000})
  void aClockThatIsTenMinutesOffIsRefused(long offsetMs) {
    Mqtt5BlockingClient client = rig.mqtt5("clock");
    client.connect();

    Mqtt5PubAck answer = refused(client, "v1/up/7/probe", rig.probe(rig.nowMs() + offsetMs));

    assertThat(answer.getReasonCode().getCode()).isEqualTo(0x83);
    assertThat(answer.getReasonString().map(MqttUtf8String::toString).orElseThrow())
        .matches(
            offsetMs < 0
                ? "t is 600[0-9]{3} ms behind the gateway's clock, must be at most 60000 ms"
                : "t is [0-9]{6} ms ahead of the gateway's clock, must be at most 5000 ms");
    client.disconnect();
  }

  @Test
  void atQos0NothingIsAnsweredButEverythingCounted() {
    Counts before = counts(Refusal.MALFORMED);
    Mqtt5BlockingClient client = rig.mqtt5("zero");
    client.connect();
    client
        .publishWith()
        .topic("v1/up/7/probe")
        .payload("{".getBytes(StandardCharsets.UTF_8))
        .send();

    await()
        .untilAsserted(
            () -> assertThat(counts(Refusal.MALFORMED)).isEqualTo(before.andOneRefused()));
    client.disconnect();
  }

  @Test
  void refusalsAreToldOnlySoManyTimesASecond() throws InterruptedException {
    Mqtt5BlockingClient client = rig.mqtt5("many");
    client.connect();
    client.subscribeWith().topicFilter("v1/refused/many").send();
    try (Mqtt5BlockingClient.Mqtt5Publishes notices =
        client.publishes(MqttGlobalPublishFilter.ALL)) {
      for (int i = 0; i < 50; i++) {
        client.publishWith().topic("v1/up/7/cam").send();
      }
      Mqtt5PubAck last = refused(client, "v1/up/7/cam", new byte[0]);
      assertThat(last.getReasonCode().getCode()).isEqualTo(0x99);
      int told = 0;
      while (notices.receiveNow().isPresent()) {
        told++;
      }
      assertThat(told).isBetween(1, 40);
    }
    client.disconnect();
  }

  private record Counts(long received, long admitted, long refused, long ofCode) {

    Counts andOneRefused() {
      return new Counts(received + 1, admitted, refused + 1, ofCode + 1);
    }
  }

  private Counts counts(Refusal code) {
    return new Counts(
        rig.received(),
        rig.admitted(),
        rig.refused(),
        rig.telemetry.count(Metric.EDGE_MESSAGES_REFUSED, code.word()));
  }

  private byte[] payload(Bad bad) {
    return bad.payload().replace("NOW", "" + rig.nowMs()).getBytes(StandardCharsets.UTF_8);
  }

  private void publishGood(Mqtt5BlockingClient client) {
    client
        .publishWith()
        .topic("v1/up/" + nextStation() + "/probe")
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(rig.probe(rig.nowMs()))
        .send();
  }

  /// Each good message is of a station of its own, so none is a duplicate of another.
  private long nextStation() {
    return 1000 + rig.admitted();
  }

  private static Mqtt5PubAck refused(Mqtt5BlockingClient client, String topic, byte[] payload) {
    try {
      client.publishWith().topic(topic).qos(MqttQos.AT_LEAST_ONCE).payload(payload).send();
    } catch (Mqtt5PubAckException refusal) {
      return refusal.getMqttMessage();
    }
    throw new AssertionError("was not refused");
  }
}
