package city.wayside.town.bench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.kit.latency.LatencyHistogram;
import city.wayside.kit.load.LoadCounts;
import city.wayside.kit.load.Stream;
import city.wayside.kit.load.StreamCounts;
import city.wayside.town.bench.server.Settled;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class IngestSummaryTest {

  private static IngestRun run(long sent, long lost, long settled, long cpuMs) {
    LatencyHistogram latency = new LatencyHistogram();
    latency.record(2000);
    StreamCounts beacons =
        new StreamCounts(sent, sent, 0, sent - lost, new TreeMap<>(), lost, latency);
    LoadCounts counts = LoadCounts.none().plus(only(beacons));
    return new IngestRun(
        counts, 1, new Settled(settled, 0), Duration.ofMillis(cpuMs), Duration.ZERO);
  }

  private static LoadCounts only(StreamCounts beacons) {
    return new LoadCounts(
        Map.of(Stream.BEACON_QOS_1, beacons),
        0,
        0,
        0,
        0,
        new LoadCounts.Before(0, 0),
        1,
        new TreeMap<>(),
        0,
        1_000_000_000);
  }

  @Test
  void figuresStandOnlyBehindCorrectness() {
    assertThat(IngestSummary.lines(Map.of("wayside", List.of(run(1000, 0, 999, 10)))))
        .containsExactly("correctness  sent = settled, lost 0: NO; the figures mean nothing");
    assertThat(IngestSummary.isCorrect(Map.of("wayside", List.of(run(1000, 1, 1000, 10)))))
        .isFalse();
  }

  @Test
  void theSpreadIsLeastMedianAndMost() {
    Map<String, List<IngestRun>> runs =
        Map.of(
            "wayside",
            List.of(run(1000, 0, 1000, 30), run(1000, 0, 1000, 10), run(1000, 0, 1000, 20)));

    assertThat(IngestSummary.lines(runs))
        .containsExactly(
            "correctness  sent = settled, lost 0: yes, in every run",
            "wayside      messages/s 1000.0 1000.0 1000.0; us CPU a message 10.0 20.0 30.0;"
                + " p99 ms 2.0 2.0 2.0 (min, median, max)",
            "peer         none");
  }
}
