package city.wayside.edge.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A moment of what `.ci/fuzz-coap` does for longer.
class CoapFuzzTest {

  private static final long DATAGRAMS = 20_000;
  private static final long SECONDS_MAX = 600;

  @Test
  void damagedDatagramsDisturbNobody() throws InterruptedException {
    CoapFuzz run = CoapFuzz.run(SECONDS_MAX, DATAGRAMS, 1, false);

    assertThat(run.findings()).isEmpty();
    assertThat(run.datagrams()).isGreaterThanOrEqualTo(DATAGRAMS);
    assertThat(run.served()).isPositive();
  }
}
