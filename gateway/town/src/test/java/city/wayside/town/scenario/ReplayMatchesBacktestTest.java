package city.wayside.town.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.wayside.kit.fake.PacedClock;
import city.wayside.kit.fleet.FleetOptions;
import city.wayside.kit.fleet.Replay;
import city.wayside.kit.fleet.ReplayOptions;
import city.wayside.kit.fleet.ReplayReport;
import city.wayside.kit.mqtt.MqttTarget;
import city.wayside.kit.mqtt.MqttVersion;
import city.wayside.kit.trace.TraceReader;
import city.wayside.model.traffic.WindowLength;
import city.wayside.road.network.RoadNetwork;
import city.wayside.town.backtest.Backtest;
import city.wayside.town.backtest.BacktestResult;
import city.wayside.town.backtest.StationSample;
import city.wayside.town.backtest.TrafficRow;
import city.wayside.town.compose.Bundled;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Real connections, a real grid and windows closed by the clock give the very figures that a
/// backtest of the same reports gives.
class ReplayMatchesBacktestTest {

  private static final int VEHICLES = 200;
  private static final int TRACE_S = 140;
  private static final int WINDOW_S = (int) (WindowLength.BASE_MS / 1000);
  private static final long START_MS = 1_800_000_000_000L;
  private static final int PACE = 5;
  private static final long LEAD_MS = 10_000;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Test
  void theWindowsOfTheApiEqualTheBacktests() throws Exception {
    RoadNetwork network = Bundled.network();
    TraceSlice trace = TraceSlice.of(VEHICLES, TRACE_S);
    PacedClock clock = new PacedClock(InstantSource.system(), START_MS, PACE);
    try (TestTown town = TestTown.launch(network, clock)) {
      Replay replay =
          new Replay(
              town.town().vertx(),
              FleetOptions.of(MqttTarget.of("127.0.0.1", town.town().mqttPort(), MqttVersion.V5)),
              new ReplayOptions(1, false, Integer.MAX_VALUE, WINDOW_S, 10),
              clock,
              System::nanoTime);
      clock.jumpToNextMinute();
      clock.jump(WindowLength.BASE_MS - LEAD_MS);
      long shiftMs = shiftMs(trace.firstMs(), clock.millis());

      ReplayReport report = replay.start(trace::open, _ -> {}).toCompletableFuture().get();

      assertThat(report.isBalanced()).isTrue();
      assertThat(report.lost()).isZero();
      assertThat(report.refused()).isZero();
      assertThat(report.acknowledged()).isGreaterThan(VEHICLES * 50L);
      Map<Long, Map<String, Figures>> expected = backtest(network, trace, shiftMs);
      assertThat(expected).hasSizeGreaterThanOrEqualTo(2);
      for (Map.Entry<Long, Map<String, Figures>> window : expected.entrySet()) {
        await("window of " + Instant.ofEpochMilli(window.getKey()))
            .atMost(PATIENCE)
            .untilAsserted(
                () -> assertThat(published(town, window.getKey())).isEqualTo(window.getValue()));
      }
    }
  }

  /// What both must agree on: vehicles, metres and seconds of one segment and window, in full.
  record Figures(int vehicles, double distanceM, double timeS) {}

  /// How far the replay shifts the trace's time: it begins when their difference is a multiple of
  /// the window.
  private static long shiftMs(long firstMs, long nowMs) {
    return Math.ceilDiv(nowMs - firstMs, WindowLength.BASE_MS) * WindowLength.BASE_MS;
  }

  private static Map<Long, Map<String, Figures>> backtest(
      RoadNetwork network, TraceSlice trace, long shiftMs) throws Exception {
    Backtest backtest = new Backtest(network, WINDOW_S, StationSample.ALL, 2);
    try (TraceReader reader = trace.open()) {
      BacktestResult result = backtest.run(reader, _ -> {});
      assertThat(result.refused()).isEmpty();
      return result.rows().stream()
          .collect(
              Collectors.groupingBy(
                  row -> row.windowStartS() * 1000 + shiftMs,
                  TreeMap::new,
                  Collectors.toMap(
                      TrafficRow::segmentId,
                      row -> new Figures(row.vehicles(), row.sumDistanceM(), row.sumTimeS()))));
    }
  }

  private static Map<String, Figures> published(TestTown town, long windowStartMs)
      throws IOException, InterruptedException {
    String path =
        "/api/v1/traffic?window=%d&geometry=none&at=%d".formatted(WINDOW_S, windowStartMs);
    JsonObject answer = new JsonObject(town.get(path));
    JsonObject window = answer.getJsonObject("window");
    if (window == null
        || Instant.parse(window.getString("start")).toEpochMilli() != windowStartMs) {
      return Map.of();
    }
    JsonArray features = answer.getJsonArray("features");
    return features.stream()
        .map(feature -> ((JsonObject) feature).getJsonObject("properties"))
        .collect(
            Collectors.toMap(
                record -> record.getString("segmentId"),
                record ->
                    new Figures(
                        record.getInteger("vehicles"),
                        record.getDouble("sumDistanceM"),
                        record.getDouble("sumTimeS"))));
  }
}
