package city.wayside.edge;

import city.wayside.edge.admit.AdmissionConfig;
import city.wayside.edge.endpoint.mqtt.MqttConfig;
import city.wayside.edge.uplink.UplinkConfig;
import city.wayside.kit.fake.RecordingFigures;
import city.wayside.kit.fake.RecordingTelemetry;
import city.wayside.kit.fake.RecordingUplink;
import city.wayside.messages.json.ProbeEncoder;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationState;
import city.wayside.model.message.StationType;
import city.wayside.model.telemetry.Metric;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.network.RoadNetworkBuilder;
import city.wayside.road.network.SegmentDraft;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A running edge node beside a straight road of one kilometre, with a fake grid behind it.
final class EdgeRig implements AutoCloseable {

  static final double ROAD_LAT = 52.0;
  static final double ROAD_LON = 13.0;

  final RecordingUplink uplink = new RecordingUplink();
  final RecordingFigures figures = new RecordingFigures();
  final RecordingTelemetry telemetry = new RecordingTelemetry();
  final EdgeNode node;

  private final InstantSource clock = InstantSource.system();
  private final Vertx vertx = Vertx.vertx();

  EdgeRig() {
    this(MqttConfig.defaults().withPort(0), AdmissionConfig.defaults());
  }

  EdgeRig(MqttConfig mqtt, AdmissionConfig admission) {
    UplinkConfig quick =
        UplinkConfig.defaults().withMessages(1000, 10000, 100).withTimes(5, 5, 20, 500);
    EdgeConfig config =
        EdgeConfig.defaults().withMqtt(mqtt).withAdmission(admission).withUplink(quick);
    node =
        await(EdgeNode.start(vertx, config, road(), uplink, figures, telemetry, clock, "edge-1"));
  }

  static RoadNetwork road() {
    RoadNetworkBuilder builder = new RoadNetworkBuilder();
    double[] lats = {ROAD_LAT, ROAD_LAT};
    double[] lons = {ROAD_LON, ROAD_LON + 0.0146};
    builder.add(new SegmentDraft("east", "", "", Double.NaN, 13.9, 1, null, null, lats, lons));
    return builder.build();
  }

  long nowMs() {
    return clock.millis();
  }

  /// A probe on the road, as bytes.
  byte[] probe(long timeMs) {
    return new ProbeEncoder().encode(report(1, timeMs));
  }

  static Report report(long stationId, long timeMs) {
    return new Report(
        stationId,
        StationType.PASSENGER_CAR,
        MessageKind.PROBE,
        timeMs,
        ROAD_LAT,
        ROAD_LON + 0.001,
        10,
        90,
        Double.NaN);
  }

  Mqtt5BlockingClient mqtt5(String clientId) {
    return MqttClient.builder()
        .useMqttVersion5()
        .identifier(clientId)
        .serverHost("127.0.0.1")
        .serverPort(node.mqttPort())
        .buildBlocking();
  }

  Mqtt3BlockingClient mqtt3(String clientId) {
    return MqttClient.builder()
        .useMqttVersion3()
        .identifier(clientId)
        .serverHost("127.0.0.1")
        .serverPort(node.mqttPort())
        .buildBlocking();
  }

  /// Every state that the grid was sent, oldest first.
  List<StationState> states() {
    return uplink.tries().stream().flatMap(batch -> batch.stations().stream()).toList();
  }

  long received() {
    return (long) telemetry.total(Metric.EDGE_MESSAGES_RECEIVED);
  }

  long admitted() {
    return (long) telemetry.total(Metric.EDGE_MESSAGES_ADMITTED);
  }

  long refused() {
    return (long) telemetry.total(Metric.EDGE_MESSAGES_REFUSED);
  }

  static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  @Override
  public void close() {
    await(node.close());
    await(vertx.close());
  }
}
