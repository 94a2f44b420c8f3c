package city.wayside.town.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.wayside.kit.fake.PacedClock;
import city.wayside.road.network.RoadNetwork;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;

/// One vehicle with an MQTT client that is not ours, at [#SPEED_MPS] along one segment, a probe a
/// second.
public final class TestVehicle {

  /// Its station id.
  public static final String STATION = "4711";

  /// How many probes it sends.
  public static final int PROBES = 20;

  /// How fast it drives.
  public static final double SPEED_MPS = 5;

  private TestVehicle() {}

  /// A segment that is long enough for the whole drive.
  public static int longSegment(RoadNetwork network) {
    int segment = 0;
    while (network.lengthM(segment) < PROBES * SPEED_MPS) {
      segment++;
    }
    return segment;
  }

  /// Drives; every probe is acknowledged before the next is sent, a second later by the clock.
  public static void drive(PacedClock clock, RoadNetwork network, int segment, int mqttPort) {
    Mqtt5BlockingClient vehicle =
        MqttClient.builder()
            .useMqttVersion5()
            .serverHost("127.0.0.1")
            .serverPort(mqttPort)
            .identifier("vehicle-" + STATION)
            .buildBlocking();
    vehicle.connect();
    for (int i = 0; i < PROBES; i++) {
      clock.jump(1000);
      vehicle
          .publishWith()
          .topic("v1/up/" + STATION + "/probe")
          .qos(MqttQos.AT_LEAST_ONCE)
          .payload(probe(clock, network, segment, i * SPEED_MPS).getBytes(UTF_8))
          .send();
    }
    vehicle.disconnect();
  }

  private static String probe(PacedClock clock, RoadNetwork network, int segment, double offsetM) {
    return "{\"t\":%d,\"lat\":%s,\"lon\":%s,\"speedMps\":%s,\"headingDeg\":%s}"
        .formatted(
            clock.millis(),
            network.latDeg(segment, offsetM),
            network.lonDeg(segment, offsetM),
            SPEED_MPS,
            network.headingDeg(segment, offsetM));
  }
}
