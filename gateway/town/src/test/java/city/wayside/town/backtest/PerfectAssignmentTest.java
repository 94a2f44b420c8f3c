package city.wayside.town.backtest;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.wayside.kit.trace.TraceReader;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.source.NetworkSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Eastwards on the equator: 100 m of `a`, 20 m of junction, 8 m of `short`, 100 m of `b`.
class PerfectAssignmentTest {

  private static final double DEG_PER_M = 1 / 111_319.49;
  private static final String HEADER = "time_s,vehicle_id,lat,lon,speed_mps,heading_deg,edge_id\n";

  @TempDir Path folder;
  private Path networkFile = Path.of("");

  @BeforeEach
  void drawTheRoads() throws Exception {
    networkFile =
        Files.writeString(
            folder.resolve("roads.geojson"),
            "{\"type\":\"FeatureCollection\",\"features\":["
                + road("a", "1", "2", 0, 100)
                + ","
                + road("short", "2", "3", 120, 128)
                + ","
                + road("b", "3", "4", 128, 228)
                + "]}");
  }

  @Test
  void theSecondOfTheBorderIsCutWhereTheWayCrossesIt() throws Exception {
    Limits limits = run(HEADER + ride("v", 0, 9, 20, ""));

    TrafficRow a = row(limits.cut(), "a");
    assertThat(a.sumDistanceM()).isCloseTo(91, within(0.05));
    assertThat(a.sumTimeS()).isCloseTo(9.1, within(0.01));
    // No row lies on it, but the way from the junction to the next one leads over it.
    TrafficRow skipped = row(limits.cut(), "short");
    assertThat(skipped.sumDistanceM()).isCloseTo(8, within(0.05));
    assertThat(skipped.sumTimeS()).isCloseTo(0.8, within(0.01));
    TrafficRow b = row(limits.cut(), "b");
    assertThat(b.sumDistanceM()).isCloseTo(81, within(0.05));
    assertThat(b.sumTimeS()).isCloseTo(8.1, within(0.01));
  }

  @Test
  void thePlainSumGivesEachRowItsWholeSecond() throws Exception {
    Limits limits = run(HEADER + ride("v", 0, 9, 20, ""));

    assertThat(row(limits.whole(), "a").sumTimeS()).isEqualTo(9);
    assertThat(row(limits.whole(), "a").sumDistanceM()).isCloseTo(90, within(0.01));
    assertThat(row(limits.whole(), "b").sumTimeS()).isEqualTo(9);
    assertThat(limits.whole()).extracting(TrafficRow::segmentId).doesNotContain("short");
  }

  @Test
  void whoStandsInTheJunctionDoesNotStandOnTheSegments() throws Exception {
    String trace =
        HEADER
            + ride("v", 0, 85, 2, "")
            + line(3, "v", 110, 5, ":j")
            + line(4, "v", 110, 0, ":j")
            + line(34, "v", 110, 0, ":j")
            + line(36, "v", 130, 10, "b");
    Limits limits = run(trace);

    // 85 m to 105 m are driven at 10 m/s, 100 m being the border.
    assertThat(row(limits.cut(), "a").sumTimeS()).isCloseTo(1.5, within(0.2));
    assertThat(row(limits.cut(), "b").sumTimeS()).isLessThan(1);
  }

  @Test
  void aTraceThatDoesNotSayWhereVehiclesAreGivesNoLimits() throws Exception {
    RoadNetwork network = NetworkSource.read(networkFile);
    String trace = "time_s,vehicle_id,lat,lon,speed_mps,heading_deg\n1,v,0,0.0001,10,90\n";
    try (TraceReader reader = reader(trace)) {
      assertThat(
              new Backtest(network, 60, StationSample.ALL, 1, true).run(reader, _ -> {}).limits())
          .isNull();
    }
  }

  private Limits run(String trace) throws Exception {
    RoadNetwork network = NetworkSource.read(networkFile);
    try (TraceReader reader = reader(trace)) {
      return requireNonNull(
          new Backtest(network, 60, StationSample.ALL, 1, true).run(reader, _ -> {}).limits());
    }
  }

  private static TraceReader reader(String trace) throws Exception {
    return TraceReader.open(
        "trace.csv", new ByteArrayInputStream(trace.getBytes(StandardCharsets.UTF_8)), _ -> {});
  }

  private static TrafficRow row(List<TrafficRow> rows, String segmentId) {
    return rows.stream()
        .filter(row -> row.segmentId().equals(segmentId))
        .reduce((one, other) -> {
          throw new AssertionError("two rows of " + segmentId);
        })
        .orElseThrow();
  }

  /// Rows at 10 m/s, each on the edge where it is unless another is given.
  private static String ride(String vehicle, int fromS, double fromM, int toS, String edge) {
    StringBuilder rows = new StringBuilder();
    for (int timeS = fromS; timeS <= toS; timeS++) {
      double atM = fromM + 10 * (timeS - fromS);
      rows.append(line(timeS, vehicle, atM, 10, edge.isEmpty() ? edgeAt(atM) : edge));
    }
    return rows.toString();
  }

  private static String edgeAt(double atM) {
    if (atM <= 100) {
      return "a";
    }
    if (atM < 120) {
      return ":j";
    }
    return atM < 128 ? "short" : "b";
  }

  private static String line(int timeS, String vehicle, double atM, double speedMps, String edge) {
    return String.format(
        Locale.ROOT, "%d,%s,0,%.9f,%.2f,90,%s%n", timeS, vehicle, atM * DEG_PER_M, speedMps, edge);
  }

  private static String road(String id, String from, String to, double startM, double endM) {
    return String.format(
        Locale.ROOT,
        """
        {"type":"Feature","properties":{"id":"%s","length_m":%.1f,"from_node":"%s","to_node":"%s"},
         "geometry":{"type":"LineString","coordinates":[[%.9f,0],[%.9f,0]]}}\
        """,
        id,
        endM - startM,
        from,
        to,
        startM * DEG_PER_M,
        endM * DEG_PER_M);
  }
}
