package city.wayside.town.bench.connections;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.kit.crowd.Arrivals;
import city.wayside.kit.crowd.RollCall;
import city.wayside.kit.latency.Latency;
import city.wayside.town.bench.server.Memory;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConnectionsRunTest {

  private static final long KIB = 1024;

  private static Arrivals arrivals(Map<Integer, Long> refused, Map<String, Long> failed) {
    long more =
        refused.values().stream().mapToLong(Long::longValue).sum()
            + failed.values().stream().mapToLong(Long::longValue).sum();
    return new Arrivals(
        100 + more,
        100,
        new TreeMap<>(refused),
        new TreeMap<>(failed),
        new Latency(100, 5, 9, 9, 10),
        1500);
  }

  private static ConnectionsRun run(Arrivals storm, RollCall atTheEnd) {
    return new ConnectionsRun(
        "wayside plain",
        100,
        arrivals(Map.of(), Map.of()),
        new Memory(10_000 * KIB, 6000 * KIB, 2000 * KIB),
        11_000 * KIB,
        new Memory(10_600 * KIB, 6200 * KIB, 2400 * KIB),
        Duration.ofMillis(50),
        5,
        all(),
        storm,
        Duration.ofMillis(300),
        new Memory(10_700 * KIB, 6200 * KIB, 2400 * KIB),
        atTheEnd);
  }

  private static RollCall all() {
    return new RollCall(100, 100, new TreeMap<>());
  }

  @Test
  void whoIsToldToComeLaterAndComesIsRight() {
    ConnectionsRun run = run(arrivals(Map.of(0x9F, 30L), Map.of()), all());

    assertThat(run.isCorrect()).isTrue();
    assertThat(run.lines())
        .anyMatch(line -> line.contains("8.0 needed = heap in use 4.0 + outside the heap 4.0"))
        .anyMatch(line -> line.contains("tries 130 = accepted 100 + refused 30 (0x9f: 30)"))
        .anyMatch(line -> line.contains("server CPU 1.0 % of one processor"))
        .anyMatch(line -> line.contains("server CPU 0.30 s, 3000 us a connection"));
    assertThat(run.row()).endsWith("yes").contains("8.0");
  }

  @Test
  void whoIsRefusedForGoodOrCutOffOrMissingIsNot() {
    assertThat(run(arrivals(Map.of(0x97, 1L), Map.of()), all()).isCorrect()).isFalse();
    assertThat(run(arrivals(Map.of(), Map.of("reset", 1L)), all()).isCorrect()).isFalse();
    assertThat(
            run(arrivals(Map.of(), Map.of()), new RollCall(100, 99, new TreeMap<>())).isCorrect())
        .isFalse();
    assertThat(
            run(
                    arrivals(Map.of(), Map.of()),
                    new RollCall(100, 100, new TreeMap<>(Map.of("closed", 1L))))
                .isCorrect())
        .isFalse();
  }
}
