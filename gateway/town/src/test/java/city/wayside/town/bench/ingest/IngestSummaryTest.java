package city.wayside.town.bench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.kit.fleet.Connections;
import city.wayside.kit.latency.Latency;
import city.wayside.kit.fleet.ReplayReport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class IngestSummaryTest {

  private static IngestRun run(long sent, long lost, long settled, long cpuMs) {
    return new IngestRun(
        new ReplayReport(
            sent,
            sent - lost,
            new TreeMap<>(),
            lost,
            0,
            new TreeMap<>(),
            new Latency(0, 0, 0, 0, 0),
            new Connections(0, 1, Map.of(), Map.of()),
            0,
            1000),
        settled,
        Duration.ofMillis(cpuMs));
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
            "wayside      messages/s 1000.0 1000.0 1000.0; us CPU a message 10.0 20.0 30.0"
                + " (min, median, max)",
            "peer         none installed (mosquitto)");
  }
}
