package city.wayside.town.bench.match;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.kit.trace.TraceReader;
import city.wayside.road.network.RoadNetwork;
import city.wayside.town.compose.Bundled;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MatchBenchTest {

  private static final String HEADER = "time_s,vehicle_id,lat,lon,speed_mps,heading_deg,edge_id\n";

  private final List<String> lines = new ArrayList<>();
  private final AtomicLong nowNs = new AtomicLong();

  private final AtomicLong processorNs = new AtomicLong();

  /// A clock that goes on by half a second whenever it is looked at.
  private long look() {
    return nowNs.addAndGet(500_000_000);
  }

  private long lookAtProcessorTime() {
    return processorNs.addAndGet(250_000_000);
  }

  @Test
  void ratesStandBehindMachineLoadAndCorrectness() throws Exception {
    RoadNetwork network = Bundled.network();
    MatchPoints points;
    try (TraceReader fleet = Bundled.fleet()) {
      points = MatchPoints.read(network, fleet, 3000, _ -> true);
    }

    boolean isCorrect =
        new MatchBench(network, points, 3).run(this::look, this::lookAtProcessorTime, lines::add);

    assertThat(isCorrect).isTrue();
    assertThat(lines.getFirst()).startsWith("machine      ");
    assertThat(lines.get(1))
        .startsWith("load         one thread, the matcher alone, 3000 points of ");
    assertThat(lines.subList(2, 5))
        .containsExactly(
            "run 1        points/s 6000, in a second of processor time 12000",
            "run 2        points/s 6000, in a second of processor time 12000",
            "run 3        points/s 6000, in a second of processor time 12000");
    assertThat(lines.get(5)).isEqualTo("correctness  every run found the same places: yes");
    assertThat(lines.get(6)).startsWith("accuracy     unknown");
    assertThat(lines.get(7)).isEqualTo("result       points/s 6000 6000 6000 (min, median, max)");
  }

  @Test
  void pointsOnTheirTrueSegmentsAreCounted() throws Exception {
    RoadNetwork network = Bundled.network();
    int segment = 7;
    StringBuilder trace = new StringBuilder(HEADER);
    for (int timeS = 0; timeS < 4; timeS++) {
      double offsetM = network.lengthM(segment) / 2 + timeS;
      trace.append(
          row(
              timeS,
              network.latDeg(segment, offsetM),
              network.lonDeg(segment, offsetM),
              network.headingDeg(segment, offsetM),
              timeS < 3 ? network.segmentId(segment) : network.segmentId(segment + 1)));
    }

    new MatchBench(network, read(network, trace.toString()), 1)
        .run(this::look, this::lookAtProcessorTime, lines::add);

    assertThat(lines)
        .contains(
            "accuracy     on the right segment: 75.00 % of the 4 points whose segment is known");
  }

  @Test
  void rowsThatAreNoPointsAreLeftOutAndCounted() throws Exception {
    RoadNetwork network = Bundled.network();
    String trace =
        HEADER
            + row(5, 53, 12, 0, "x")
            + row(5, 53, 12, 0, "x")
            + row(4, 53, 12, 0, "x")
            + row(6, 91, 12, 0, "x")
            + row(6, 53, 181, 0, "x")
            + row(6, 53, 12, 0, "x");

    MatchPoints points = read(network, trace);

    assertThat(points.count()).isEqualTo(2);
    assertThat(points.leftOutCount()).isEqualTo(4);
    assertThat(points.trueSegments()).containsOnly(MatchPoints.UNKNOWN);
  }

  private static MatchPoints read(RoadNetwork network, String trace) throws Exception {
    try (TraceReader reader =
        TraceReader.open(
            "t.csv", new ByteArrayInputStream(trace.getBytes(StandardCharsets.UTF_8)), _ -> {})) {
      return MatchPoints.read(network, reader, 1000, _ -> true);
    }
  }

  private static String row(int timeS, double lat, double lon, double headingDeg, String edge) {
    return String.format(
        Locale.ROOT, "%d,v,%.7f,%.7f,1.0,%.1f,%s%n", timeS, lat, lon, headingDeg, edge);
  }
}
