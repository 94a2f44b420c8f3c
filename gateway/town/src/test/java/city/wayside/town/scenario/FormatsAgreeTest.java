package city.wayside.town.scenario;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.wayside.edge.EdgeConfig;
import city.wayside.edge.EdgeNode;
import city.wayside.edge.EdgePorts;
import city.wayside.edge.endpoint.coap.CoapConfig;
import city.wayside.edge.endpoint.mqtt.MqttConfig;
import city.wayside.edge.endpoint.mqtt.transport.WebSocketConfig;
import city.wayside.edge.pressure.PressureConfig;
import city.wayside.kit.fake.FakeClients;
import city.wayside.kit.fake.FakeDownlink;
import city.wayside.kit.fake.FakeSessions;
import city.wayside.kit.fake.FakeStations;
import city.wayside.kit.fake.PacedClock;
import city.wayside.kit.fake.RecordingFigures;
import city.wayside.kit.fake.RecordingTelemetry;
import city.wayside.kit.fake.RecordingUplink;
import city.wayside.kit.fleet.FleetOptions;
import city.wayside.kit.fleet.PayloadFormat;
import city.wayside.kit.fleet.Replay;
import city.wayside.kit.fleet.ReplayOptions;
import city.wayside.kit.fleet.ReplayReport;
import city.wayside.kit.mqtt.MqttTarget;
import city.wayside.kit.mqtt.MqttVersion;
import city.wayside.model.flow.UplinkBatch;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationState;
import city.wayside.model.traffic.SegmentTally;
import city.wayside.road.network.RoadNetwork;
import city.wayside.town.compose.Bundled;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The same drive, told as CAM, as CAM in JSON, as BSM and as probe, is the same traffic: stations
/// are where they are, and segments have the same sums, up to what the formats round.
class FormatsAgreeTest {

  private static final int VEHICLES = 60;
  private static final int TRACE_S = 15;
  private static final int PACE = 5;

  /// Early in a window, so that the whole drive lies in it.
  private static final long START_MS = 1_800_000_002_000L;

  /// What steps of speeds and headings may do to the sums of a segment.
  private static final long SUM_TOLERANCE = 100;

  /// What one edge node had sent to the grid at the end: newest states and tallies.
  ///
  /// @param sent messages that the vehicles sent
  private record Seen(
      long sent, Map<Long, StationState> stations, Map<Integer, SegmentTally> tallies) {

    static Seen of(long sent, RecordingUplink uplink) {
      Seen seen = new Seen(sent, new HashMap<>(), new HashMap<>());
      for (UplinkBatch batch : uplink.tries()) {
        batch.stations().forEach(state -> seen.stations.put(state.stationId(), state));
        batch.tallies().forEach(tally -> seen.tallies.put(tally.segmentIndex(), tally));
      }
      return seen;
    }
  }

  @Test
  void everyFormatTellsTheSameTraffic() throws Exception {
    RoadNetwork network = Bundled.network();
    TraceSlice trace = TraceSlice.of(VEHICLES, TRACE_S);
    // All at the same time, each with an edge node of its own.
    Map<PayloadFormat, CompletableFuture<Seen>> played = new EnumMap<>(PayloadFormat.class);
    for (PayloadFormat format : PayloadFormat.values()) {
      played.put(format, play(network, trace, format));
    }
    Seen probes = requireNonNull(played.get(PayloadFormat.PROBE)).get(60, TimeUnit.SECONDS);
    assertThat(probes.stations()).hasSizeGreaterThan(VEHICLES / 2);
    assertThat(probes.tallies()).hasSizeGreaterThan(VEHICLES / 2);
    for (Map.Entry<PayloadFormat, CompletableFuture<Seen>> one : played.entrySet()) {
      assertSame(one.getKey(), probes, one.getValue().get(60, TimeUnit.SECONDS));
    }
  }

  private static CompletableFuture<Seen> play(
      RoadNetwork network, TraceSlice trace, PayloadFormat format) {
    // Servers of one Vertx that ask for any free port share one, so each node has its own.
    Vertx vertx = Vertx.vertx();
    EdgeConfig config =
        EdgeConfig.defaults()
            .withMqtt(MqttConfig.defaults().withPort(0).withWebSocket(new WebSocketConfig(true, 0)))
            .withCoap(CoapConfig.defaults().withPort(0))
            // A busy machine must not shed what the test compares.
            .withPressure(new PressureConfig(20, 80, 59_000, 60_000, 500, 250));
    RecordingUplink uplink = new RecordingUplink();
    PacedClock clock = new PacedClock(InstantSource.system(), START_MS, PACE);
    FakeDownlink log = new FakeDownlink(clock);
    EdgeNode node =
        EdgeNode.start(
                vertx,
                config,
                network,
                new EdgePorts(
                    uplink,
                    new FakeStations(),
                    new RecordingFigures(),
                    log,
                    new FakeSessions(log, clock),
                    new FakeClients(),
                    new RecordingTelemetry()),
                clock,
                format.word())
            .await();
    Replay replay =
        new Replay(
            vertx,
            FleetOptions.of(MqttTarget.of("127.0.0.1", node.mqttPort(), MqttVersion.V5))
                .withFormat(format),
            ReplayOptions.once(),
            clock,
            System::nanoTime);
    return replay
        .start(trace::open, _ -> {})
        .thenCompose((ReplayReport report) -> {
          assertThat(report.acknowledged()).as("%s", report).isEqualTo(report.sent());
          return node.close().toCompletionStage().thenApply(_ -> Seen.of(report.sent(), uplink));
        })
        .whenComplete((_, _) -> vertx.close())
        .toCompletableFuture();
  }

  private static void assertSame(PayloadFormat format, Seen probes, Seen seen) {
    assertThat(seen.sent()).isEqualTo(probes.sent());
    assertThat(seen.stations().keySet())
        .as(format.word())
        .containsExactlyInAnyOrderElementsOf(probes.stations().keySet());
    probes
        .stations()
        .forEach((id, state) -> {
          Report expected = state.report();
          StationState same = requireNonNull(seen.stations().get(id));
          Report report = same.report();
          assertThat(report.kind()).isEqualTo(format.kind());
          assertThat(report.type()).isEqualTo(expected.type());
          assertThat(report.latDeg()).isCloseTo(expected.latDeg(), within(1e-7));
          assertThat(report.lonDeg()).isCloseTo(expected.lonDeg(), within(1e-7));
          assertThat(report.speedMps()).isCloseTo(expected.speedMps(), within(0.0101));
          assertThat(same.segmentIndex()).isEqualTo(state.segmentIndex());
        });
    assertThat(seen.tallies().keySet())
        .as(format.word())
        .containsExactlyInAnyOrderElementsOf(probes.tallies().keySet());
    probes
        .tallies()
        .forEach((segment, expected) -> {
          SegmentTally tally = requireNonNull(seen.tallies().get(segment));
          assertThat(tally.stations()).isEqualTo(expected.stations());
          assertThat(tally.windowStartMs()).isEqualTo(expected.windowStartMs());
          assertThat(tally.distanceMm()).isCloseTo(expected.distanceMm(), within(SUM_TOLERANCE));
          assertThat(tally.timeMs()).isCloseTo(expected.timeMs(), within(SUM_TOLERANCE));
        });
  }
}
