package city.wayside.kit.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArrivalsTest {

  private static final long MS = 1_000_000;

  @Test
  void noTryIsMissing() {
    ArrivalLedger ledger = new ArrivalLedger();
    for (int i = 0; i < 6; i++) {
      ledger.tried(100 * MS + i);
    }
    ledger.accepted(100 * MS, 130 * MS);
    ledger.accepted(100 * MS, 150 * MS);
    ledger.refused(0x97);
    ledger.refused(0x9F);
    ledger.failed("reset");

    Arrivals arrivals = ledger.arrivals();
    assertThat(arrivals.underWay()).isOne();
    assertThat(arrivals.refused()).isEqualTo(2);
    assertThat(arrivals.failedByReason()).containsEntry("reset", 1L);
    assertThat(arrivals.elapsedMs()).isEqualTo(50);
    assertThat(arrivals.latency().maxMs()).isEqualTo(50);
  }

  @Test
  void whoIsToldToComeLaterIsNotRefusedWrongly() {
    ArrivalLedger ledger = new ArrivalLedger();
    for (int code : new int[] {0x88, 0x89, 0x9F, 0x87, 0x97}) {
      ledger.tried(0);
      ledger.refused(code);
    }

    assertThat(ledger.arrivals().refusedWrongly()).isEqualTo(2);
  }

  @Test
  void reasonsAreBounded() {
    ArrivalLedger ledger = new ArrivalLedger();
    for (int i = 0; i < 100; i++) {
      ledger.failed("reason " + i);
    }

    Arrivals arrivals = ledger.arrivals();
    assertThat(arrivals.failed()).isEqualTo(100);
    assertThat(arrivals.failedByReason()).hasSize(33).containsEntry("other", 68L);
  }
}
