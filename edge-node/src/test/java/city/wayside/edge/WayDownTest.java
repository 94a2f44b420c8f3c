package city.wayside.edge;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.messages.json.itsclient.Encoded;
import city.wayside.messages.json.itsclient.ItsClientDecoder;
import city.wayside.messages.json.itsclient.ItsClientEncoder;
import city.wayside.messages.json.itsclient.ItsClientMessage;
import city.wayside.messages.json.itsclient.Sender;
import city.wayside.model.area.Quadkey;
import city.wayside.model.downlink.DownMessage;
import city.wayside.model.downlink.DownMessage.Kind;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.message.Decoded;
import city.wayside.model.telemetry.Metric;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What goes down: hazards to those nearby, also to those who come later or were away, at whatever
/// edge node they return.
class WayDownTest {

  private static final long EXPIRY_S = 600;
  private static final String EVERYWHERE = "v1/geo/#";
  private static final long WITNESSED = 99;

  private final EdgeRig one = new EdgeRig();
  private final EdgeRig other = one.beside("edge-2");

  @AfterEach
  void stop() {
    one.close();
    other.close();
  }

  private static Mqtt5BlockingClient connected(EdgeRig rig, String id, long expiryS) {
    Mqtt5BlockingClient client = rig.mqtt5(id);
    client.connectWith().cleanStart(false).sessionExpiryInterval(expiryS).send();
    return client;
  }

  private static void subscribe(Mqtt5BlockingClient client, String filter) {
    client.subscribeWith().topicFilter(filter).qos(MqttQos.AT_LEAST_ONCE).send();
  }

  private static Mqtt5BlockingClient.Mqtt5Publishes heard(Mqtt5BlockingClient client) {
    return client.publishes(MqttGlobalPublishFilter.ALL);
  }

  private static Mqtt5Publish next(Mqtt5BlockingClient.Mqtt5Publishes heard)
      throws InterruptedException {
    return heard.receive(10, TimeUnit.SECONDS).orElseThrow();
  }

  private void warn(EdgeRig rig, long stationId, long sequence) {
    byte[] denm = Messages.denm(accident(stationId, sequence), stationId);
    Mqtt5BlockingClient sender = rig.mqtt5("sender-" + stationId + "-" + sequence);
    sender.connect();
    sender
        .publishWith()
        .topic("v1/up/" + stationId + "/denm")
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(denm)
        .send();
    sender.disconnect();
  }

  private RoadEvent accident(long stationId, long sequence) {
    return Messages.accident(stationId, sequence, one.nowMs());
  }

  private void send(DownMessage message) {
    one.downlink.send(List.of(message)).toCompletableFuture().join();
  }

  /** Waits until the rig has read everything that was sent before this call. */
  private void hasComeDownAt(EdgeRig rig) throws InterruptedException {
    Mqtt5BlockingClient witness = connected(rig, "witness", 0);
    try (Mqtt5BlockingClient.Mqtt5Publishes heard = heard(witness)) {
      subscribe(witness, EVERYWHERE);
      send(message(WITNESSED, "v1/geo/0/denm", Kind.NOTICE, "by now the others have come down"));
      next(heard);
    }
    witness.disconnect();
  }

  private DownMessage message(long id, String topic, Kind kind, String text) {
    return new DownMessage(
        id,
        topic,
        text.getBytes(StandardCharsets.UTF_8),
        "text/plain",
        kind,
        "",
        one.nowMs() + 600_000);
  }

  private static String text(Mqtt5Publish publish) {
    return new String(publish.getPayloadAsBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void aHazardIsHeardAtBothEdgeNodesUnchangedAndWithItsTimeLeft() throws InterruptedException {
    Mqtt5BlockingClient near = connected(one, "near", 0);
    Mqtt5BlockingClient far = connected(other, "far", 0);
    try (Mqtt5BlockingClient.Mqtt5Publishes atOne = heard(near);
        Mqtt5BlockingClient.Mqtt5Publishes atOther = heard(far)) {
      subscribe(near, EVERYWHERE);
      subscribe(far, EVERYWHERE);
      byte[] denm = Messages.denm(accident(7, 1), 7);
      Mqtt5BlockingClient sender = one.mqtt5("sender");
      sender.connect();
      sender.publishWith().topic("v1/up/7/denm").qos(MqttQos.AT_LEAST_ONCE).payload(denm).send();

      for (Mqtt5BlockingClient.Mqtt5Publishes each : List.of(atOne, atOther)) {
        Mqtt5Publish publish = next(each);
        assertThat(publish.getPayloadAsBytes()).isEqualTo(denm);
        assertThat(publish.getTopic().toString()).matches("v1/geo(/[0-3])+/denm");
        assertThat(publish.getQos()).isEqualTo(MqttQos.AT_LEAST_ONCE);
        assertThat(publish.getMessageExpiryInterval().orElse(0)).isBetween(1L, 600L);
      }
    }
  }

  @Test
  void aHazardIsHeardByThoseWhoSpeakItsClientAsTheirDenm() throws InterruptedException {
    RoadEvent accident = accident(7, 1);
    Quadkey tile = Quadkey.of(EdgeRig.ROAD_LAT, EdgeRig.ROAD_LON, 14);
    Mqtt5BlockingClient sdk = connected(other, "com_app_1", 0);
    try (Mqtt5BlockingClient.Mqtt5Publishes heard = heard(sdk)) {
      subscribe(sdk, "default/outQueue/v2x/denm/+/" + tile.levels() + "/#");
      Mqtt5BlockingClient sender = one.mqtt5("sender");
      sender.connect();
      sender
          .publishWith()
          .topic("v1/up/7/denm")
          .qos(MqttQos.AT_LEAST_ONCE)
          .payload(Messages.denm(accident, 7))
          .send();

      Mqtt5Publish publish = next(heard);
      byte[] json = publish.getPayloadAsBytes();
      ItsClientMessage.Model told =
          (ItsClientMessage.Model) new ItsClientDecoder().decode(json, 0, json.length, one.nowMs());
      assertThat(told.envelope().sourceUuid()).isEqualTo("7");
      assertThat(((Decoded.Events) told.decoded()).events())
          .extracting(RoadEvent::key)
          .containsExactly(accident.key());

      // What came in their own words is passed on in them.
      Encoded other = new ItsClientEncoder().denm(accident(7, 2), new Sender("com_car_7", 7));
      byte[] own = ((Encoded.Text) other).json();
      sender
          .publishWith()
          .topic("default/inQueue/v2x/denm/com_car_7/" + tile.levels())
          .qos(MqttQos.AT_LEAST_ONCE)
          .payload(own)
          .send();
      assertThat(next(heard).getPayloadAsBytes()).isEqualTo(own);
    }
  }

  @Test
  void whoSubscribesLaterIsToldWhatStillHolds() throws InterruptedException {
    warn(one, 7, 1);
    Mqtt5BlockingClient late = connected(other, "late", 0);
    try (Mqtt5BlockingClient.Mqtt5Publishes heard = heard(late)) {
      subscribe(late, EVERYWHERE);

      assertThat(next(heard).isRetain()).isTrue();
    }
  }

  @Test
  void whoWasAwayGetsWhatWasMissedAtTheOtherNodeInOrderAndOnce() throws InterruptedException {
    Mqtt5BlockingClient here = connected(one, "traveller", EXPIRY_S);
    subscribe(here, "v1/down/traveller/#");
    here.disconnect();
    for (int i = 1; i <= 3; i++) {
      send(message(i, "v1/down/traveller/denm", Kind.NOTICE, "notice " + i));
    }
    send(message(9, "v1/down/traveller/cam", Kind.BEACON, "a beacon is for those who are there"));
    hasComeDownAt(other);

    Mqtt5BlockingClient there = other.mqtt5("traveller");
    try (Mqtt5BlockingClient.Mqtt5Publishes heard = heard(there)) {
      boolean isPresent =
          there
              .connectWith()
              .cleanStart(false)
              .sessionExpiryInterval(EXPIRY_S)
              .send()
              .isSessionPresent();

      assertThat(isPresent).isTrue();
      assertThat(text(next(heard))).isEqualTo("notice 1");
      assertThat(text(next(heard))).isEqualTo("notice 2");
      assertThat(text(next(heard))).isEqualTo("notice 3");
      send(message(4, "v1/down/traveller/denm", Kind.NOTICE, "notice 4"));
      assertThat(text(next(heard))).isEqualTo("notice 4");
    }
  }

  @Test
  void whoStartsCleanGetsNothingOfBefore() throws InterruptedException {
    Mqtt5BlockingClient first = connected(one, "fresh", EXPIRY_S);
    subscribe(first, "v1/down/fresh/#");
    first.disconnect();
    send(message(1, "v1/down/fresh/denm", Kind.NOTICE, "missed"));
    hasComeDownAt(one);

    Mqtt5BlockingClient second = one.mqtt5("fresh");
    try (Mqtt5BlockingClient.Mqtt5Publishes heard = heard(second)) {
      assertThat(second.connectWith().cleanStart(true).send().isSessionPresent()).isFalse();
      subscribe(second, "v1/down/fresh/#");
      send(message(2, "v1/down/fresh/denm", Kind.NOTICE, "new"));

      assertThat(text(next(heard))).isEqualTo("new");
    }
  }

  @Test
  void aConnectionElsewhereTakesTheOlderOnesPlace() {
    Mqtt5BlockingClient older = connected(one, "twin", EXPIRY_S);
    Mqtt5BlockingClient newer = connected(other, "twin", EXPIRY_S);

    Awaitility.await().atMost(10, TimeUnit.SECONDS).until(() -> !older.getState().isConnected());
    assertThat(newer.getState().isConnected()).isTrue();
    assertThat(one.telemetry.count(Metric.EDGE_MQTT_ENDED, "taken_over")).isEqualTo(1);
  }

  @Test
  void theSameMessageTwiceInTheLogIsSentOnce() throws InterruptedException {
    Mqtt5BlockingClient client = connected(one, "once", 0);
    try (Mqtt5BlockingClient.Mqtt5Publishes heard = heard(client)) {
      subscribe(client, "v1/down/once/#");
      send(message(1, "v1/down/once/denm", Kind.NOTICE, "first"));
      send(message(1, "v1/down/once/denm", Kind.NOTICE, "first"));
      send(message(2, "v1/down/once/denm", Kind.NOTICE, "second"));

      assertThat(text(next(heard))).isEqualTo("first");
      assertThat(text(next(heard))).isEqualTo("second");
    }
  }

  @Test
  void theWillOfABrokenConnectionIsItsStatus() {
    Mqtt5AsyncClient client = one.mqtt5("mortal").toAsync();
    client
        .connectWith()
        .willPublish()
        .topic("v1/up/mortal/status")
        .payload("{\"state\":\"gone\"}".getBytes(StandardCharsets.UTF_8))
        .applyWillPublish()
        .send()
        .join();
    client
        .disconnectWith()
        .reasonCode(Mqtt5DisconnectReasonCode.DISCONNECT_WITH_WILL_MESSAGE)
        .send()
        .join();

    Awaitility.await()
        .atMost(10, TimeUnit.SECONDS)
        .until(() -> one.telemetry.count(Metric.EDGE_MESSAGES_ADMITTED, "status") == 1);
  }
}
