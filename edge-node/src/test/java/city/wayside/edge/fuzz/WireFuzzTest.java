package city.wayside.edge.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A moment of what `.ci/fuzz-mqtt` does for minutes.
class WireFuzzTest {

  private static final long PACKETS = 50_000;
  private static final long SECONDS_MAX = 600;

  @Test
  void damagedPacketsDisturbNobody() throws InterruptedException {
    WireFuzz run = WireFuzz.run(SECONDS_MAX, PACKETS, 1, false);

    assertThat(run.findings()).isEmpty();
    assertThat(run.counts().packets().sum()).isGreaterThanOrEqualTo(PACKETS);
    assertThat(run.served()).isPositive();
  }
}
