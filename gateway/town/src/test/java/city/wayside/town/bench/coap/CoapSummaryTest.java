package city.wayside.town.bench.coap;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.kit.latency.LatencyHistogram;
import city.wayside.kit.load.LoadCounts;
import city.wayside.kit.load.Stream;
import city.wayside.kit.load.StreamCounts;
import city.wayside.town.bench.ingest.IngestRun;
import city.wayside.town.bench.server.Settled;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CoapSummaryTest {

  private static final int TOO_MANY = 0x9D;

  private static CoapRun run(long sent, long refused, Settled settled, long cpuMs) {
    LatencyHistogram latency = new LatencyHistogram();
    latency.record(2000);
    SortedMap<Integer, Long> codes = new TreeMap<>();
    if (refused > 0) {
      codes.put(TOO_MANY, refused);
    }
    StreamCounts beacons = new StreamCounts(sent, sent, 0, sent - refused, codes, 0, latency);
    LoadCounts counts =
        new LoadCounts(
            Map.of(Stream.BEACON_QOS_1, beacons),
            0,
            7,
            0,
            0,
            new LoadCounts.Before(0, 0),
            10,
            new TreeMap<>(),
            0,
            1_000_000_000);
    return new CoapRun(
        10,
        Duration.ofMillis(500),
        Duration.ofMillis(4),
        new IngestRun(counts, 1, settled, Duration.ofMillis(cpuMs), Duration.ofMillis(10)));
  }

  private static CoapRun taken(long sent, long cpuMs) {
    return run(sent, 0, new Settled(sent, 0), cpuMs);
  }

  private static Map<String, List<CoapRun>> both(List<CoapRun> ours, List<CoapRun> theirs) {
    Map<String, List<CoapRun>> runs = new LinkedHashMap<>();
    runs.put("wayside", ours);
    runs.put("californium", theirs);
    return runs;
  }

  @Test
  void whatIsRefusedOrNotStoredIsNotCorrect() {
    assertThat(taken(100, 1).isCorrect()).isTrue();
    assertThat(run(100, 1, new Settled(99, 1), 1).isCorrect()).isFalse();
    assertThat(run(100, 0, new Settled(99, 0), 1).isCorrect()).isFalse();
    assertThat(taken(0, 1).isCorrect()).isFalse();
  }

  @Test
  void figuresStandOnlyBehindCorrectness() {
    assertThat(
            CoapSummary.lines(
                both(List.of(taken(100, 1)), List.of(run(9, 1, new Settled(9, 0), 1)))))
        .containsExactly(
            "correctness  sent = acknowledged = stored, lost 0: NO; the figures mean nothing");
    assertThat(CoapSummary.isCorrect(Map.of())).isFalse();
  }

  @Test
  void theRatioIsThatOfPairsAndTheAimIsNamed() {
    List<CoapRun> ours = List.of(taken(800, 80), taken(600, 60), taken(700, 70));
    List<CoapRun> theirs = List.of(taken(1000, 50), taken(1000, 50), taken(1000, 50));

    List<String> lines = CoapSummary.lines(both(ours, theirs));

    assertThat(lines)
        .first()
        .isEqualTo("correctness  sent = acknowledged = stored, lost 0: yes, in every run");
    assertThat(lines)
        .anyMatch(line ->
            line.startsWith("wayside      messages/s 600 700 800; us CPU a message 100.0 100.0"))
        .last()
        .isEqualTo(
            "ratio        rate, ours to the bare server's: 0.60 0.70 0.80 (min, median, max of"
                + " pairs; aim 0.7: met); CPU a message: 2.00 2.00 2.00");
  }

  @Test
  void anAimThatIsMissedIsSaidSo() {
    assertThat(CoapSummary.lines(both(List.of(taken(699, 1)), List.of(taken(1000, 1)))))
        .last()
        .asString()
        .contains("aim 0.7: NOT met");
    assertThat(CoapSummary.lines(Map.of("wayside", List.of(taken(1, 1)))))
        .last()
        .isEqualTo("peer         none");
  }

  @Test
  void aRunSaysWhatBecameOfEveryMessage() {
    assertThat(run(100, 3, new Settled(97, 3), 1).line("wayside", "run 1"))
        .startsWith("wayside      run 1: all there in 0.5 s, 400 us CPU a handshake;")
        .contains("sent 100 = acknowledged 97 + refused 3 (4.29: 3) + lost 0; sent again 7;")
        .contains("server kept 97 + refused 3;");
  }
}
