package city.wayside.edge;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.endpoint.mqtt.MqttConfig;
import city.wayside.kit.fake.FakeDownlink;
import city.wayside.kit.fake.FakeStations;
import city.wayside.model.event.EventKey;
import city.wayside.model.event.RoadEvent;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An edge node stops while its clients report, and they go on at another: nothing that was
/// acknowledged is lost, on the way up or on the way down.
class HandOverTest {

  private static final int VEHICLES = 20;
  private static final int WARNINGS_EACH = 15;
  private static final String ELSEWHERE = "other.example:1883";

  private final FakeDownlink log = new FakeDownlink(InstantSource.system());
  private final EdgeRig stopping = new EdgeRig(config(), log, null, new FakeStations(), "edge-1");
  private final EdgeRig staying = stopping.beside("edge-2");
  private final Set<EventKey> acknowledged = ConcurrentHashMap.newKeySet();
  private final AtomicInteger acknowledgedCount = new AtomicInteger();
  private final AtomicInteger moved = new AtomicInteger();
  private volatile EdgeRig current = stopping;

  private static EdgeConfig config() {
    MqttConfig mqtt = EdgeRig.plain().withServerReference(ELSEWHERE);
    return EdgeConfig.defaults().withMqtt(mqtt);
  }

  @AfterEach
  void stop() {
    staying.close();
  }

  @Test
  void nothingAcknowledgedIsLostWhenANodeStopsUnderLoad() throws Exception {
    Set<String> heard = ConcurrentHashMap.newKeySet();
    Mqtt5AsyncClient listener = listener(stopping, heard);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> vehicles = new ArrayList<>();
      for (int i = 1; i <= VEHICLES; i++) {
        long stationId = i;
        vehicles.add(threads.submit(() -> drive(stationId)));
      }
      Awaitility.await()
          .atMost(60, TimeUnit.SECONDS)
          .until(() -> acknowledgedCount.get() >= VEHICLES * WARNINGS_EACH / 3);
      current = staying;
      stopping.close();
      listener = listener(staying, heard);
      for (Future<?> vehicle : vehicles) {
        vehicle.get(120, TimeUnit.SECONDS);
      }
    }

    Set<EventKey> kept =
        Stream.of(stopping, staying)
            .flatMap(rig -> rig.uplink.tries().stream())
            .flatMap(batch -> batch.events().stream())
            .map(RoadEvent::key)
            .collect(Collectors.toSet());
    assertThat(acknowledged).hasSize(VEHICLES * WARNINGS_EACH);
    assertThat(kept).containsAll(acknowledged);
    Awaitility.await()
        .atMost(30, TimeUnit.SECONDS)
        .untilAsserted(() -> assertThat(heard).hasSize(VEHICLES * WARNINGS_EACH));
    assertThat(moved.get()).as("clients that were told where to go").isPositive();
    listener.disconnect().get(10, TimeUnit.SECONDS);
  }

  /// Listens everywhere, in a session that outlasts its connections.
  private static Mqtt5AsyncClient listener(EdgeRig rig, Set<String> heard) throws Exception {
    Mqtt5AsyncClient client = rig.mqtt5("listener").toAsync();
    client.publishes(
        MqttGlobalPublishFilter.ALL,
        (Mqtt5Publish publish) -> heard.add(HexFormat.of().formatHex(publish.getPayloadAsBytes())));
    client
        .connectWith()
        .cleanStart(false)
        .sessionExpiryInterval(600)
        .send()
        .get(20, TimeUnit.SECONDS);
    client
        .subscribeWith()
        .topicFilter("v1/geo/#")
        .qos(MqttQos.AT_LEAST_ONCE)
        .send()
        .get(20, TimeUnit.SECONDS);
    return client;
  }

  /// Sends warnings one after the other, each until it is acknowledged, at whatever node is there.
  private void drive(long stationId) {
    Mqtt5AsyncClient client = null;
    for (int sequence = 1; sequence <= WARNINGS_EACH; ) {
      EdgeRig rig = current;
      try {
        if (client == null) {
          client = rig.mqtt5("vehicle-" + stationId).toAsync();
          client.connect().get(20, TimeUnit.SECONDS);
        }
        RoadEvent event = Messages.accident(stationId, sequence, rig.nowMs());
        client
            .publishWith()
            .topic("v1/up/" + stationId + "/denm")
            .qos(MqttQos.AT_LEAST_ONCE)
            .payload(Messages.denm(event, stationId))
            .send()
            .get(20, TimeUnit.SECONDS);
        acknowledged.add(event.key());
        acknowledgedCount.incrementAndGet();
        sequence++;
      } catch (Exception broken) {
        if (isMove(broken)) {
          moved.incrementAndGet();
        }
        client = null;
      }
    }
    if (client != null) {
      client.disconnect().join();
    }
  }

  private static boolean isMove(Throwable broken) {
    for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
      if (cause instanceof Mqtt5DisconnectException disconnected
          && disconnected.getMqttMessage().getReasonCode()
              == Mqtt5DisconnectReasonCode.USE_ANOTHER_SERVER) {
        return disconnected
            .getMqttMessage()
            .getServerReference()
            .map(reference -> reference.toString().equals(ELSEWHERE))
            .orElse(false);
      }
    }
    return false;
  }
}
