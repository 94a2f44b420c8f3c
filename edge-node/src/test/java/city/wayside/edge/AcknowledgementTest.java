package city.wayside.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.wayside.model.flow.UplinkBatch;
import city.wayside.model.message.StationState;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.telemetry.Metric;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A message is acknowledged when the grid has it, and not before.
class AcknowledgementTest {

  private final EdgeRig rig = new EdgeRig();

  @AfterEach
  void stop() {
    rig.uplink.release();
    rig.close();
  }

  @Test
  void aMessageIsAcknowledgedOnlyWhenTheGridHasIt() throws Exception {
    rig.uplink.hold();
    Mqtt5AsyncClient client = connected("one");

    CompletableFuture<Mqtt5PublishResult> acknowledged = publish(client, 1, rig.nowMs());
    await().until(() -> rig.uplink.heldCount() == 1);
    assertThatThrownBy(() -> acknowledged.get(100, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    assertThat(rig.telemetry.count(Metric.EDGE_MESSAGES_STORED)).isZero();
    rig.uplink.takeOne();

    assertThat(acknowledged.get(10, TimeUnit.SECONDS).getError()).isEmpty();
    assertThat(rig.telemetry.count(Metric.EDGE_MESSAGES_STORED)).isEqualTo(1);
    UplinkBatch batch = rig.uplink.tries().getFirst();
    assertThat(batch.edgeId()).isEqualTo("edge-1");
    assertThat(batch.sequence()).isEqualTo(1);
    StationState state = batch.stations().getFirst();
    assertThat(state.stationId()).isEqualTo(1);
    assertThat(state.onRoad()).isTrue();
    assertThat(state.offsetM()).isBetween(60.0, 75.0);
  }

  @Test
  void aBatchThatFailedIsSentAgainAndAcknowledgedOnce() throws Exception {
    rig.uplink.hold();
    Mqtt5AsyncClient client = connected("one");
    CompletableFuture<Mqtt5PublishResult> acknowledged = publish(client, 1, rig.nowMs());
    await().until(() -> rig.uplink.heldCount() == 1);
    CompletableFuture<Mqtt5PublishResult> following = publish(client, 2, rig.nowMs());
    await().until(() -> rig.admitted() == 2);

    for (int failure = 0; failure < 3; failure++) {
      rig.uplink.failOne(new IllegalStateException("no grid"));
      await().until(() -> rig.uplink.heldCount() == 1);
      assertThat(acknowledged).isNotDone();
    }
    rig.uplink.takeOne();

    assertThat(acknowledged.get(10, TimeUnit.SECONDS).getError()).isEmpty();
    assertThat(following).isNotDone();
    rig.uplink.release();
    assertThat(following.get(10, TimeUnit.SECONDS).getError()).isEmpty();
    await().until(() -> rig.telemetry.count(Metric.EDGE_MESSAGES_STORED) == 2);
    assertThat(rig.uplink.tries())
        .extracting(UplinkBatch::sequence)
        .containsExactly(1L, 1L, 1L, 1L, 2L);
    assertThat(rig.telemetry.count(Metric.EDGE_UPLINK_FAILURES)).isEqualTo(3);
  }

  @Test
  void aDuplicateIsToldSuccessOnlyWhenTheFirstIsKept() throws Exception {
    rig.uplink.hold();
    Mqtt5AsyncClient client = connected("one");
    long timeMs = rig.nowMs();

    CompletableFuture<Mqtt5PublishResult> first = publish(client, 1, timeMs);
    CompletableFuture<Mqtt5PublishResult> second = publish(connected("two"), 1, timeMs);
    await()
        .until(
            () -> rig.telemetry.count(Metric.EDGE_MESSAGES_REFUSED, Refusal.DUPLICATE.word()) == 1);
    assertThat(first).isNotDone();
    assertThat(second).isNotDone();
    rig.uplink.release();

    assertThat(first.get(10, TimeUnit.SECONDS).getError()).isEmpty();
    assertThat(second.get(10, TimeUnit.SECONDS).getError()).isEmpty();
    assertThat(rig.telemetry.count(Metric.EDGE_MESSAGES_STORED)).isEqualTo(1);
  }

  @Test
  void anMqtt311ClientMayUseQos2() throws Exception {
    Mqtt3AsyncClient client = rig.mqtt3("three").toAsync();
    client.connect().get(10, TimeUnit.SECONDS);

    client
        .publishWith()
        .topic("v1/up/1/probe")
        .qos(MqttQos.EXACTLY_ONCE)
        .payload(rig.probe(rig.nowMs()))
        .send()
        .get(10, TimeUnit.SECONDS);

    assertThat(rig.states()).hasSize(1);
    client.disconnect().get(10, TimeUnit.SECONDS);
  }

  @Test
  void atQos0AMessageIsKeptAllTheSame() {
    Mqtt5BlockingClient client = rig.mqtt5("zero");
    client.connect();
    client.publishWith().topic("v1/up/1/probe").payload(rig.probe(rig.nowMs())).send();

    await().until(() -> rig.telemetry.count(Metric.EDGE_MESSAGES_STORED) == 1);
    assertThat(rig.states()).hasSize(1);
  }

  @Test
  void ofEachStationABatchHasTheNewestOnly() throws Exception {
    rig.uplink.hold();
    Mqtt5AsyncClient client = connected("one");
    CompletableFuture<Mqtt5PublishResult> blocking = publish(client, 99, rig.nowMs());
    await().until(() -> rig.uplink.heldCount() == 1);
    long timeMs = rig.nowMs();
    List<CompletableFuture<Mqtt5PublishResult>> answers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      answers.add(publish(client, 1, timeMs + i));
    }
    await().until(() -> rig.admitted() == 11);
    rig.uplink.release();

    blocking.get(10, TimeUnit.SECONDS);
    for (CompletableFuture<Mqtt5PublishResult> answer : answers) {
      assertThat(answer.get(10, TimeUnit.SECONDS).getError()).isEmpty();
    }
    assertThat(rig.states())
        .extracting(StationState::stationId, state -> state.report().timeMs())
        .endsWith(org.assertj.core.groups.Tuple.tuple(1L, timeMs + 9))
        .hasSize(2);
  }

  @Test
  void closingAcknowledgesWhatTheGridStillTakes() throws Exception {
    rig.uplink.hold();
    Mqtt5AsyncClient client = connected("one");
    CompletableFuture<Mqtt5PublishResult> first = publish(client, 1, rig.nowMs());
    await().until(() -> rig.uplink.heldCount() == 1);
    CompletableFuture<Mqtt5PublishResult> second = publish(client, 2, rig.nowMs());
    await().until(() -> rig.admitted() == 2);

    io.vertx.core.Future<Void> closed = rig.node.close();
    rig.uplink.release();
    EdgeRig.await(closed);

    assertThat(first.get(10, TimeUnit.SECONDS).getError()).isEmpty();
    assertThat(second.get(10, TimeUnit.SECONDS).getError()).isEmpty();
  }

  private Mqtt5AsyncClient connected(String id) throws Exception {
    Mqtt5AsyncClient client = rig.mqtt5(id).toAsync();
    client.connect().get(10, TimeUnit.SECONDS);
    return client;
  }

  private CompletableFuture<Mqtt5PublishResult> publish(
      Mqtt5AsyncClient client, long stationId, long timeMs) {
    return client
        .publishWith()
        .topic("v1/up/" + stationId + "/probe")
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(rig.probe(timeMs))
        .send();
  }
}
