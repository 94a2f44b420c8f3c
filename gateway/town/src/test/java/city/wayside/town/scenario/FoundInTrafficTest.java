package city.wayside.town.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import city.wayside.edge.detect.TellingConfig;
import city.wayside.kit.fake.PacedClock;
import city.wayside.messages.selective.DenmHead;
import city.wayside.messages.selective.DenmState;
import city.wayside.model.refusal.Refused;
import city.wayside.road.network.RoadNetwork;
import city.wayside.town.compose.Bundled;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/// A vehicle stands in a road of the demo's town while others drive past, all over real connections
/// and a real grid: who listens is warned of it, though nobody sent a warning.
class FoundInTrafficTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long STANDING_STATION = 1;

  /// Others begin to drive along the segment this often.
  private static final int OTHERS_EVERY_S = 8;

  private static final int STANDS_S = 75;

  private final PacedClock clock = PacedClock.like(InstantSource.system());
  private final RoadNetwork network;
  private final int segment;
  private final double speedMps;
  private final double standsAtM;

  FoundInTrafficTest() throws Exception {
    network = Bundled.network();
    segment = roomySegment(network);
    speedMps = network.speedLimitMps(segment) * 0.9;
    standsAtM = network.lengthM(segment) - 100;
  }

  @Test
  void aVehicleThatStandsWhereOthersDriveIsToldToThoseAround() throws Exception {
    Queue<byte[]> heard = new ConcurrentLinkedQueue<>();
    try (TestTown town = TestTown.launch(network, clock)) {
      Mqtt5BlockingClient listener = client(town, "listener");
      listener
          .toAsync()
          .publishes(
              MqttGlobalPublishFilter.ALL,
              (Mqtt5Publish publish) -> heard.add(publish.getPayloadAsBytes()));
      listener.subscribeWith().topicFilter("v1/geo/#").qos(MqttQos.AT_LEAST_ONCE).send();
      Mqtt5BlockingClient vehicles = client(town, "vehicles");
      int driveS = (int) (standsAtM / speedMps);
      for (int second = 0; second < driveS + STANDS_S; second++) {
        clock.jump(1000);
        double wayM = Math.min(standsAtM, second * speedMps);
        report(vehicles, STANDING_STATION, wayM, wayM < standsAtM ? speedMps : 0);
        for (int startS = 0; startS <= second; startS += OTHERS_EVERY_S) {
          double offsetM = (second - startS) * speedMps;
          if (offsetM < network.lengthM(segment)) {
            report(vehicles, 1000 + startS, offsetM, speedMps);
          }
        }
      }

      await().atMost(PATIENCE).until(() -> !heard.isEmpty());

      DenmHead.Hazard hazard = hazard(heard.remove());
      assertThat(hazard.originId()).isEqualTo(TellingConfig.defaults().stationId());
      assertThat(hazard.latDeg()).isCloseTo(network.latDeg(segment, standsAtM), within(0.0002));
      assertThat(hazard.lonDeg()).isCloseTo(network.lonDeg(segment, standsAtM), within(0.0003));
      await()
          .atMost(PATIENCE)
          .untilAsserted(() ->
              assertThat(town.get("/metrics"))
                  .contains(
                      "wayside_edge_detections_total{what=\"stopped_vehicle\"} 1.0\n",
                      "wayside_grid_events 1.0\n"));
      vehicles.disconnect();
      listener.disconnect();
    }
  }

  /// A segment on which vehicles do not park, long enough to drive up and to stand far from its
  /// end.
  private static int roomySegment(RoadNetwork network) {
    int segment = 0;
    while (network.lengthM(segment) < 250 || !(network.speedLimitMps(segment) > 10)) {
      segment++;
    }
    return segment;
  }

  private static Mqtt5BlockingClient client(TestTown town, String id) {
    Mqtt5BlockingClient client =
        MqttClient.builder()
            .useMqttVersion5()
            .serverHost("127.0.0.1")
            .serverPort(town.town().mqttPort())
            .identifier(id)
            .buildBlocking();
    client.connect();
    return client;
  }

  private void report(
      Mqtt5BlockingClient client, long stationId, double offsetM, double reportedMps) {
    String probe =
        "{\"t\":%d,\"lat\":%s,\"lon\":%s,\"speedMps\":%s,\"headingDeg\":%s}"
            .formatted(
                clock.millis(),
                network.latDeg(segment, offsetM),
                network.lonDeg(segment, offsetM),
                reportedMps,
                network.headingDeg(segment, offsetM));
    client
        .publishWith()
        .topic("v1/up/" + stationId + "/probe")
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(probe.getBytes(UTF_8))
        .send();
  }

  private DenmHead.Hazard hazard(byte[] denm) {
    return switch (DenmState.read(denm, 0, denm.length, clock.millis())) {
      case DenmHead.Hazard hazard -> hazard;
      case DenmHead.Undecodable(Refused refused) -> throw new AssertionError(refused.reason());
    };
  }
}
