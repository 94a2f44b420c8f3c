package city.wayside.edge.rig;

import city.wayside.edge.EdgeConfig;
import city.wayside.edge.EdgeNode;
import city.wayside.edge.EdgePorts;
import city.wayside.edge.access.AccessConfig;
import city.wayside.edge.access.AccessMode;
import city.wayside.edge.admit.AdmissionConfig;
import city.wayside.edge.admit.Identity;
import city.wayside.edge.endpoint.coap.CoapConfig;
import city.wayside.edge.endpoint.mqtt.MqttConfig;
import city.wayside.edge.endpoint.mqtt.MqttEndpointServer.Port;
import city.wayside.edge.endpoint.mqtt.MqttLimits;
import city.wayside.edge.endpoint.mqtt.transport.WebSocketConfig;
import city.wayside.edge.pressure.PressureConfig;
import city.wayside.edge.uplink.UplinkConfig;
import city.wayside.edge.wire.Connect;
import city.wayside.edge.wire.Publish;
import city.wayside.edge.wire.Received;
import city.wayside.edge.wire.Version;
import city.wayside.edge.wire.Wire;
import city.wayside.kit.fake.FakeClients;
import city.wayside.kit.fake.FakeDownlink;
import city.wayside.kit.fake.FakeSessions;
import city.wayside.kit.fake.FakeStations;
import city.wayside.kit.fake.RecordingFigures;
import city.wayside.kit.fake.RecordingTelemetry;
import city.wayside.kit.fake.RecordingUplink;
import city.wayside.messages.json.ProbeEncoder;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.downlink.DownMessage;
import city.wayside.model.flow.Uplink;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.telemetry.Metric;
import city.wayside.road.network.RoadNetworkBuilder;
import city.wayside.road.network.SegmentDraft;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// A running edge node with a fake grid behind it. Any thread.
public final class Server implements AutoCloseable {

  private static final double ROAD_LAT = 52.0;
  private static final double ROAD_LON = 13.0;
  private static final long FIRST_STATION = 100_000;

  private final Vertx vertx = Vertx.vertx();
  private final RecordingUplink uplink;
  private final RecordingTelemetry telemetry = new RecordingTelemetry();
  private final InstantSource clock = InstantSource.system();
  private final AtomicLong stations = new AtomicLong(FIRST_STATION);
  private final AtomicInteger places = new AtomicInteger();
  private final Queue<Wire> wires = new ConcurrentLinkedQueue<>();
  private final FakeDownlink log;
  private final FakeSessions sessions;
  private final EdgeNode node;

  private Server(Limits limits, RecordingUplink uplink, Uplink grid, @Nullable Server first) {
    this(config(limits, CoapConfig.defaults()), new FakeClients(), uplink, grid, first);
  }

  private Server(
      EdgeConfig config,
      FakeClients clients,
      RecordingUplink uplink,
      Uplink grid,
      @Nullable Server first) {
    this.uplink = uplink;
    log = first == null ? new FakeDownlink(clock) : first.log;
    sessions = first == null ? new FakeSessions(log, clock) : first.sessions;
    RoadNetworkBuilder road = new RoadNetworkBuilder();
    double[] lats = {ROAD_LAT, ROAD_LAT};
    double[] lons = {ROAD_LON, ROAD_LON + 0.0146};
    road.add(new SegmentDraft("east", "", "", Double.NaN, 13.9, 1, null, null, lats, lons));
    EdgePorts ports =
        new EdgePorts(
            // As the grid does: what goes down is in the log before the batch is acknowledged.
            batch -> grid.send(batch).thenCompose(_ -> log.send(batch.downlink())),
            new FakeStations(),
            new RecordingFigures(),
            log,
            sessions,
            clients,
            telemetry);
    String edgeId = first == null ? "edge-1" : "edge-2";
    node = await(EdgeNode.start(vertx, config, road.build(), ports, clock, edgeId));
  }

  private static EdgeConfig config(Limits limits, CoapConfig coap) {
    MqttLimits usual = MqttLimits.defaults();
    MqttConfig mqtt =
        MqttConfig.defaults()
            .withPort(0)
            .withWebSocket(new WebSocketConfig(true, 0))
            .withLimits(
                new MqttLimits(
                    limits.connectionsMax(),
                    usual.arrivalsMax(),
                    limits.payloadBytesMax(),
                    limits.packetBytesMax(),
                    usual.assemblyBytesMax(),
                    limits.connectTimeoutMs(),
                    usual.clientIdCharsMax(),
                    usual.keepAliveSMax(),
                    usual.unacknowledgedMax(),
                    usual.aliasesMax(),
                    usual.subscriptionsMax(),
                    1_000));
    AdmissionConfig admission =
        new AdmissionConfig(
            Identity.OPEN, 60_000, 5_000, 100, 100, 1_000, 1_000, 100_000, 500_000, 120_000);
    UplinkConfig quick =
        UplinkConfig.defaults().withMessages(1_000, 100_000, 100).withTimes(2, 5, 20, 500);
    // A busy machine must not shed what a test is about.
    PressureConfig patient = new PressureConfig(20, 80, 59_000, 60_000, 500, 250);
    return EdgeConfig.defaults()
        .withMqtt(mqtt)
        .withCoap(coap.withPort(0))
        .withAdmission(admission)
        .withUplink(quick)
        .withPressure(patient);
  }

  /// One with the usual limits.
  public static Server start() {
    return start(Limits.USUAL);
  }

  /// One with these limits.
  public static Server start(Limits limits) {
    RecordingUplink uplink = new RecordingUplink();
    return new Server(limits, uplink, uplink, null);
  }

  /// One whose CoAP has limits of its own.
  public static Server start(CoapConfig coap) {
    RecordingUplink uplink = new RecordingUplink();
    return new Server(config(Limits.USUAL, coap), new FakeClients(), uplink, uplink, null);
  }

  /// Only registered clients may come in.
  public static AccessConfig registered() {
    AccessConfig usual = AccessConfig.defaults();
    return new AccessConfig(
        AccessMode.REGISTERED,
        usual.certificates(),
        usual.clientIds(),
        usual.vehicleRatePerS(),
        usual.rsuRatePerS(),
        usual.password(),
        usual.token(),
        usual.lookup(),
        usual.work(),
        usual.failures());
  }

  /// One that lets nobody in but these clients, and whose CoAP is as given.
  public static Server startRegistered(CoapConfig coap, ClientRecord... registered) {
    RecordingUplink uplink = new RecordingUplink();
    return new Server(
        config(Limits.USUAL, coap).withAccess(registered()),
        new FakeClients(registered),
        uplink,
        uplink,
        null);
  }

  /// One whose grid takes everything and remembers nothing, for runs that are long.
  public static Server startForgetful() {
    return new Server(Limits.USUAL, new RecordingUplink(), _ -> CompletableFuture.allOf(), null);
  }

  /// Another edge node that shares the grid with this one; to be closed by the test.
  public Server second() {
    return new Server(Limits.USUAL, uplink, uplink, this);
  }

  /// The address to connect to.
  public String host() {
    return "127.0.0.1";
  }

  /// The port for MQTT.
  public int port() {
    return node.mqttPort();
  }

  /// The port for CoAP.
  public int coapPort() {
    return node.coapPort();
  }

  /// The port for CoAP over DTLS.
  public int coapSecurePort() {
    return node.coapSecurePort();
  }

  /// The port for MQTT over WebSocket.
  public int webSocketPort() {
    return node.mqttPort(Port.WEB_SOCKET);
  }

  /// Opens a connection that is closed after the test.
  public Wire open(Version version) {
    return kept(Wire.open(version, host(), port()));
  }

  /// Has a connection closed after the test.
  public Wire kept(Wire wire) {
    wires.add(wire);
    return wire;
  }

  /// Opens a connection and has the server take it in.
  public Wire connected(Connect connect, Version version) {
    Wire wire = open(version);
    Received.Connack answer = wire.connect(connect);
    if (answer.code() != 0) {
      throw new AssertionError("not taken in: " + answer);
    }
    return wire;
  }

  /// The same for a client that is new.
  public Wire connected(Version version) {
    return connected(new Connect(version, freshId()), version);
  }

  /// A client id that nobody has used; the digits of a station.
  public String freshId() {
    return Long.toString(freshStation());
  }

  /// A station that nobody has used.
  public long freshStation() {
    return stations.getAndIncrement();
  }

  /// A place that nobody has used, as levels of a topic: seven quadkey digits with slashes.
  public String freshPlace() {
    StringBuilder digits = new StringBuilder();
    int place = places.getAndIncrement();
    for (int level = 0; level < 7; level++) {
      digits.append(level == 0 ? "" : "/").append(place >> (2 * level) & 3);
    }
    return digits.toString();
  }

  /// A message of QoS 0 that is good in every way, of a station of its own.
  public Publish goodMessage() {
    long stationId = freshStation();
    return new Publish(topicOf(stationId), probe(stationId));
  }

  /// The topic for a station's probes.
  public static String topicOf(long stationId) {
    return "v1/up/" + stationId + "/probe";
  }

  /// A good payload for a station's topic.
  public byte[] probe(long stationId) {
    return new ProbeEncoder()
        .encode(
            new Report(
                stationId,
                StationType.PASSENGER_CAR,
                MessageKind.PROBE,
                clock.millis(),
                ROAD_LAT,
                ROAD_LON + 0.001,
                2,
                90,
                Double.NaN));
  }

  /// Sends messages down through the grid; done when the grid has them.
  public void publishDown(List<DownMessage> messages) {
    await(Future.fromCompletionStage(log.send(List.copyOf(messages))));
  }

  /// Sends one message down that is valid for an hour.
  public void publishDown(String topic, String payload, int qos, boolean isRetained) {
    publishDown(List.of(down(topic, payload, qos, isRetained)));
  }

  /// A message that is valid for an hour.
  public DownMessage down(String topic, String payload, int qos, boolean isRetained) {
    DownMessage.Kind assured = isRetained ? DownMessage.Kind.RETAINED : DownMessage.Kind.NOTICE;
    return new DownMessage(
        freshStation(),
        topic,
        payload.getBytes(StandardCharsets.UTF_8),
        "",
        qos == 0 ? DownMessage.Kind.BEACON : assured,
        "",
        nowMs() + 3_600_000);
  }

  /// The time of the edge node, milliseconds since 1970.
  public long nowMs() {
    return clock.millis();
  }

  /// Has the grid answer nothing until [#releaseGrid].
  public void holdGrid() {
    uplink.hold();
  }

  /// Has the grid take what waits, and all that comes.
  public void releaseGrid() {
    uplink.release();
  }

  /// Waits until the grid has all that was taken.
  public void awaitNothingWaiting() {
    Awaitility.await()
        .atMost(30, TimeUnit.SECONDS)
        .until(() ->
            telemetry.total(Metric.EDGE_HANDOVER_WAITING) == 0
                && telemetry.total(Metric.EDGE_UPLINK_PENDING) == 0);
  }

  /// How many connections there are.
  public int connectionsCount() {
    return (int) telemetry.total(Metric.EDGE_CONNECTIONS);
  }

  /// How many messages of a type have come.
  public long receivedCount(String type) {
    return telemetry.count(Metric.EDGE_MESSAGES_RECEIVED, type);
  }

  /// How many messages the grid has.
  public long storedCount() {
    return telemetry.count(Metric.EDGE_MESSAGES_STORED);
  }

  /// How many messages were refused with a code.
  public long refusedCount(Refusal code) {
    return telemetry.count(Metric.EDGE_MESSAGES_REFUSED, code.word());
  }

  /// How many connections the server has ended because their client broke the protocol.
  public long violationsCount() {
    return (long) telemetry.total(Metric.EDGE_MQTT_VIOLATIONS);
  }

  /// What a counter or gauge says, over all its labels.
  public double total(Metric metric) {
    return telemetry.total(metric);
  }

  /// What a counter says for one label.
  public long count(Metric metric, String label) {
    return telemetry.count(metric, label);
  }

  /// Stops the edge node as an operator would; its clients are told.
  public void stop() {
    await(node.close());
  }

  /// Closes the connections that were opened here.
  void closeWires() {
    for (Wire wire = wires.poll(); wire != null; wire = wires.poll()) {
      wire.close();
    }
  }

  @Override
  public void close() {
    closeWires();
    releaseGrid();
    stop();
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }
}
