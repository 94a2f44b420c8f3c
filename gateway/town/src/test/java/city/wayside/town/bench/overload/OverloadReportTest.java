package city.wayside.town.bench.overload;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.kit.latency.Latency;
import city.wayside.kit.latency.LatencyHistogram;
import city.wayside.kit.load.LoadCounts;
import city.wayside.kit.load.Stream;
import city.wayside.kit.load.StreamCounts;
import city.wayside.town.bench.server.Counters;
import city.wayside.town.bench.server.Memory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OverloadReportTest {

  private static final long MIB = 1 << 20;
  private static final Memory MEMORY = new Memory(200 * MIB, 0, 0);

  private static StreamCounts counts(long sent, long refused, int latencyMs) {
    LatencyHistogram latency = new LatencyHistogram();
    for (int i = 0; i < sent - refused; i++) {
      latency.record(latencyMs * 1000L);
    }
    TreeMap<Integer, Long> codes = new TreeMap<>();
    if (refused > 0) {
      codes.put(0x97, refused);
    }
    return new StreamCounts(sent, sent, 0, sent - refused, codes, 0, latency);
  }

  private static LoadCounts load(StreamCounts beacons, StreamCounts hazards) {
    return new LoadCounts(
        Map.of(Stream.BEACON_QOS_1, beacons, Stream.HAZARD, hazards),
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

  private static Second second(Phase phase, int number, int p99Ms, long mib) {
    return new Second(
        phase,
        number,
        load(counts(1000, 0, p99Ms), counts(10, 0, 5)),
        mib * MIB,
        Duration.ofMillis(500));
  }

  private static List<Second> seconds(int[] overloadMib, int... afterMs) {
    List<Second> seconds = new ArrayList<>();
    seconds.add(second(Phase.BEFORE, 1, 20, 200));
    for (int i = 0; i < overloadMib.length; i++) {
      seconds.add(second(Phase.OVERLOAD, i + 1, 900, overloadMib[i]));
    }
    for (int i = 0; i < afterMs.length; i++) {
      seconds.add(second(Phase.AFTER, i + 1, afterMs[i], 220));
    }
    return seconds;
  }

  private static final int[] FLAT = {210, 230, 240, 240, 241, 240};

  private static Counters counters(long received, long stored, long thinned) {
    return new Counters(
        new TreeMap<>(
            Map.of("received cam", received, "stored", stored, "refused thinned", thinned)));
  }

  private static OverloadReport report(
      List<Second> seconds,
      LoadCounts total,
      Counters counters,
      Set<Long> taken,
      Deliveries deliveries) {
    return new OverloadReport(seconds, total, counters, taken, deliveries, MEMORY, MEMORY, 50);
  }

  private static Deliveries heard(Long... hazards) {
    return new Deliveries("", Set.of(hazards), 0, 0, new Latency(0, 0, 0, 0, 0));
  }

  private static OverloadReport good() {
    return report(
        seconds(FLAT, 400, 60, 30, 30, 30),
        load(counts(100, 20, 30), counts(2, 0, 5)),
        counters(102, 82, 20),
        Set.of(7L, 8L),
        heard(7L, 8L));
  }

  @Test
  void whatHoldsIsPassed() {
    assertThat(good().isPassed()).isTrue();
    assertThat(good().recoveryS()).isEqualTo(2);
    assertThat(good().lines())
        .anyMatch(line -> line.startsWith("recovery               yes: 2 s until"))
        .anyMatch(line -> line.contains("thinned        20 by the server"))
        .anyMatch(line -> line.contains("received 102 = stored 82 + refused 20"));
  }

  @Test
  void memoryThatGoesOnGrowingIsNotBounded() {
    int[] growing = {210, 240, 270, 300, 330, 360};
    OverloadReport report =
        report(seconds(growing, 30, 30, 30), good().total(), good().counters(), Set.of(), heard());

    assertThat(report.isMemoryBounded()).isFalse();
    assertThat(report.isPassed()).isFalse();
  }

  @Test
  void recoveryMustLast() {
    OverloadReport report =
        report(
            seconds(FLAT, 30, 30, 400, 400, 400, 400, 30, 30, 30),
            good().total(),
            good().counters(),
            Set.of(),
            heard());

    assertThat(report.recoveryS()).isEqualTo(6);
    assertThat(report.isPassed()).isFalse();
  }

  @Test
  void oneHazardRefusedOrUnheardIsTooMany() {
    LoadCounts refused = load(counts(100, 0, 30), counts(3, 1, 5));
    assertThat(
            report(seconds(FLAT, 30), refused, counters(103, 103, 0), Set.of(), heard())
                .areHazardsTaken())
        .isFalse();
    assertThat(
            report(seconds(FLAT, 30), refused, counters(103, 103, 0), Set.of(1L, 2L), heard(1L))
                .areHazardsDelivered())
        .isFalse();
    Deliveries none = new Deliveries("refused", Set.of(), 0, 0, new Latency(0, 0, 0, 0, 0));
    assertThat(
            report(seconds(FLAT, 30), refused, counters(103, 103, 0), Set.of(), none)
                .areHazardsDelivered())
        .isFalse();
  }

  @Test
  void aMessageThatTheServerHasNotDealtWithShows() {
    assertThat(
            report(seconds(FLAT), good().total(), counters(102, 81, 20), Set.of(), heard())
                .isAccounted())
        .isFalse();
    assertThat(
            report(seconds(FLAT), good().total(), counters(101, 81, 20), Set.of(), heard())
                .isAccounted())
        .isFalse();
  }
}
