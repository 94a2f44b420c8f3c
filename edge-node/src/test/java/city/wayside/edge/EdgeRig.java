package city.wayside.edge;

import city.wayside.edge.access.AccessConfig;
import city.wayside.edge.admit.AdmissionConfig;
import city.wayside.edge.endpoint.coap.CoapConfig;
import city.wayside.edge.endpoint.mqtt.MqttConfig;
import city.wayside.edge.endpoint.mqtt.transport.WebSocketConfig;
import city.wayside.edge.pressure.PressureConfig;
import city.wayside.edge.uplink.UplinkConfig;
import city.wayside.kit.fake.FakeClients;
import city.wayside.kit.fake.FakeDownlink;
import city.wayside.kit.fake.FakeSessions;
import city.wayside.kit.fake.FakeStations;
import city.wayside.kit.fake.RecordingFigures;
import city.wayside.kit.fake.RecordingTelemetry;
import city.wayside.kit.fake.RecordingUplink;
import city.wayside.messages.json.ProbeEncoder;
import city.wayside.model.flow.UplinkBatch;
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
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A running edge node beside a straight road of one kilometre, with a fake grid behind it.
final class EdgeRig implements AutoCloseable {

  static final double ROAD_LAT = 52.0;
  static final double ROAD_LON = 13.0;

  final RecordingUplink uplink = new RecordingUplink();
  final FakeClients clients = new FakeClients();
  final RecordingFigures figures = new RecordingFigures();
  final RecordingTelemetry telemetry = new RecordingTelemetry();
  final FakeDownlink downlink;
  final FakeSessions sessions;
  final FakeStations stations;
  final EdgeNode node;

  private final EdgeConfig config;
  private final InstantSource clock = InstantSource.system();
  private final Vertx vertx = Vertx.vertx();

  /// The endpoint on ports that are free.
  static MqttConfig plain() {
    return MqttConfig.defaults().withPort(0).withWebSocket(new WebSocketConfig(true, 0));
  }

  EdgeRig() {
    this(plain(), AdmissionConfig.defaults());
  }

  EdgeRig(MqttConfig mqtt, AdmissionConfig admission) {
    this(EdgeConfig.defaults().withMqtt(mqtt).withAdmission(admission));
  }

  EdgeRig(MqttConfig mqtt, AccessConfig access, AdmissionConfig admission) {
    this(EdgeConfig.defaults().withMqtt(mqtt).withAccess(access).withAdmission(admission));
  }

  EdgeRig(EdgeConfig config) {
    this(config, new FakeDownlink(InstantSource.system()), null, new FakeStations(), "edge-1");
  }

  /// An edge node beside others: they share what goes down, sessions, stations.
  EdgeRig(
      EdgeConfig config,
      FakeDownlink log,
      @Nullable FakeSessions kept,
      FakeStations stations,
      String edgeId) {
    // A port that a test names is its own.
    boolean isUsual = config.coap().port() == CoapConfig.defaults().port();
    this.config = isUsual ? config.withCoap(config.coap().withPort(0)) : config;
    this.downlink = log;
    this.stations = stations;
    this.sessions = kept == null ? new FakeSessions(log, clock) : kept;
    // A busy machine must not shed what a test is about.
    PressureConfig patient = new PressureConfig(20, 80, 59_000, 60_000, 500, 250);
    UplinkConfig quick =
        UplinkConfig.defaults().withMessages(1000, 10000, 100).withTimes(5, 5, 20, 500);
    EdgePorts ports =
        new EdgePorts(this::send, stations, figures, downlink, sessions, clients, telemetry);
    node =
        await(
            EdgeNode.start(
                vertx,
                this.config.withUplink(quick).withPressure(patient),
                road(),
                ports,
                clock,
                edgeId));
  }

  /// Another edge node on the same grid.
  EdgeRig beside(String edgeId) {
    return new EdgeRig(
        EdgeConfig.defaults().withMqtt(plain()), downlink, sessions, stations, edgeId);
  }

  /// As the grid does: what goes down is in the log before the batch is acknowledged.
  private CompletionStage<Void> send(UplinkBatch batch) {
    return uplink
        .send(batch)
        .thenRun(() -> stations.put(batch.stations()))
        .thenCompose(_ -> downlink.send(batch.downlink()));
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
        2,
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

  /// What the node runs on, for a test that closes the node itself.
  Vertx vertx() {
    return vertx;
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
