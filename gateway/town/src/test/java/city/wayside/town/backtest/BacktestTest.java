package city.wayside.town.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.kit.trace.TraceReader;
import city.wayside.model.refusal.Refusal;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.source.NetworkSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One straight segment of 600 m eastwards on the equator, where figures can be worked out by hand.
class BacktestTest {

  private static final double DEG_PER_M = 1 / 111_319.49;
  private static final String HEADER = "time_s,vehicle_id,lat,lon,speed_mps,heading_deg\n";

  @TempDir Path folder;
  private Path networkFile = Path.of("");

  @BeforeEach
  void drawTheRoad() throws Exception {
    networkFile =
        Files.writeString(
            folder.resolve("road.geojson"),
            """
            {"type":"FeatureCollection","features":[{"type":"Feature",
             "properties":{"id":"east","length_m":600,"speed_limit_mps":13.9},
             "geometry":{"type":"LineString","coordinates":[[0,0],[%s,0]]}}]}
            """
                .formatted(600 * DEG_PER_M));
  }

  @Test
  void figuresAreEdiesOfAllVehicles() throws Exception {
    // In the minute from 60 s the fast one drives 600 m and the slow one 300 m, both for 60 s.
    String trace = HEADER + ride("fast", 60, 120, 0, 10) + ride("slow", 60, 120, 0, 5);

    TrafficRow row = only(run(trace, 60, StationSample.ALL), 60);

    assertThat(row.segmentId()).isEqualTo("east");
    assertThat(row.vehicles()).isEqualTo(2);
    assertThat(row.sumDistanceM()).isCloseTo(900, Percentage.withPercentage(1));
    assertThat(row.sumTimeS()).isCloseTo(120, Percentage.withPercentage(1));
    assertThat(row.speedMps()).isCloseTo(7.5, Percentage.withPercentage(1));
    // q = d / (L T) = 900 m / (600 m x 60 s); k = t / (L T) = 120 s / (600 m x 60 s)
    assertThat(row.flowVph()).isCloseTo(90, Percentage.withPercentage(1));
    assertThat(row.densityVpkm()).isCloseTo(3.333, Percentage.withPercentage(1));
  }

  @Test
  void aWindowThatTheServiceDoesNotPublishIsTheSumOfItsMinutes() throws Exception {
    String trace = HEADER + ride("slow", 0, 120, 0, 5);

    TrafficRow row = only(run(trace, 120, StationSample.ALL), 0);

    assertThat(row.flowVph()).isCloseTo(30, Percentage.withPercentage(1));
    assertThat(row.densityVpkm()).isCloseTo(1.667, Percentage.withPercentage(1));
  }

  @Test
  void theResultIsTheSameByteForByteWhateverTheThreads() throws Exception {
    StringBuilder trace = new StringBuilder(HEADER);
    for (int vehicle = 0; vehicle < 20; vehicle++) {
      trace.append(ride("v" + vehicle, vehicle * 3, vehicle * 3 + 50, 0, 8));
    }

    Path one = folder.resolve("one.csv");
    Path four = folder.resolve("four.csv");
    TrafficFile.write(one, run(trace.toString(), 60, StationSample.ALL, 1).rows());
    TrafficFile.write(four, run(trace.toString(), 60, StationSample.ALL, 4).rows());

    assertThat(one).hasSameBinaryContentAs(four);
    assertThat(TrafficFile.read(one)).hasSize(2);
    assertThat(Files.readAllLines(one).getFirst()).isEqualTo(TrafficFile.HEADER);
  }

  @Test
  void aSampleIsScaledUp() throws Exception {
    StringBuilder trace = new StringBuilder(HEADER);
    for (int vehicle = 0; vehicle < 200; vehicle++) {
      trace.append(ride("v" + vehicle, 0, 50, 0, 10));
    }

    double all = only(run(trace.toString(), 60, StationSample.ALL), 0).flowVph();
    TrafficRow half = only(run(trace.toString(), 60, new StationSample(0.5, 3)), 0);

    assertThat(half.vehicles()).isBetween(70, 130);
    assertThat(half.flowVph()).isCloseTo(all * half.vehicles() / 100, Percentage.withPercentage(1));
  }

  @Test
  void everyRowIsAccountedFor() throws Exception {
    String trace =
        HEADER
            + ride("a", 0, 10, 0, 10)
            + "11,a,0,0.00001,500,90\n"
            + "5,a,0,0.00001,10,90\n"
            + "x,a,0,0,10,90\n"
            + "12,b,1,1,10,90\n";

    BacktestResult result = run(trace, 60, StationSample.ALL);

    assertThat(result.rowCount()).isEqualTo(14);
    assertThat(result.badLineCount()).isEqualTo(1);
    assertThat(result.admittedCount()).isEqualTo(12);
    assertThat(result.offRoadCount()).isEqualTo(1);
    assertThat(result.refused())
        .containsEntry(Refusal.STALE, 1L)
        .containsEntry(Refusal.OUT_OF_RANGE, 1L);
  }

  private static String ride(String vehicle, int fromS, int toS, double startM, double speedMps) {
    StringBuilder rows = new StringBuilder();
    for (int timeS = fromS; timeS <= toS; timeS++) {
      double lonDeg = (startM + (timeS - fromS) * speedMps) * DEG_PER_M;
      rows.append("%d,%s,0,%.9f,%s,90%n".formatted(timeS, vehicle, lonDeg, speedMps));
    }
    return rows.toString();
  }

  private static TrafficRow only(BacktestResult result, long startS) {
    List<TrafficRow> rows =
        result.rows().stream().filter(row -> row.windowStartS() == startS).toList();
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }

  private BacktestResult run(String trace, int windowS, StationSample sample) throws Exception {
    return run(trace, windowS, sample, 2);
  }

  private BacktestResult run(String trace, int windowS, StationSample sample, int threads)
      throws Exception {
    RoadNetwork network = NetworkSource.read(networkFile);
    try (TraceReader reader =
        TraceReader.open(
            "trace", new ByteArrayInputStream(trace.getBytes(StandardCharsets.UTF_8)), _ -> {})) {
      return new Backtest(network, windowS, sample, threads).run(reader, _ -> {});
    }
  }
}
