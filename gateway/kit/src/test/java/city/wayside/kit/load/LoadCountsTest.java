package city.wayside.kit.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoadCountsTest {

  @Test
  void theAccountBalancesOverAnyTime() {
    LoadLedger ledger = new LoadLedger(0);
    for (int i = 0; i < 10; i++) {
      ledger.due(Stream.BEACON_QOS_1);
      ledger.sent(Stream.BEACON_QOS_1);
    }
    ledger.answered(Stream.BEACON_QOS_1, 0, 5_000_000);
    LoadCounts first = ledger.take(1_000_000_000, 0, 9);
    ledger.due(Stream.HAZARD);
    ledger.due(Stream.BEACON_QOS_0);
    ledger.heldBack(Stream.BEACON_QOS_0);
    for (int i = 0; i < 8; i++) {
      ledger.answered(Stream.BEACON_QOS_1, i == 0 ? 0x97 : 0x10, 5_000_000);
    }
    ledger.lost(Stream.BEACON_QOS_1);
    LoadCounts second = ledger.take(3_000_000_000L, 1, 0);

    assertThat(first.isBalanced()).isTrue();
    assertThat(second.isBalanced()).isTrue();
    LoadCounts both = first.plus(second);
    assertThat(both.isBalanced()).isTrue();
    assertThat(both.elapsedS()).isEqualTo(3);
    assertThat(both.of(Stream.BEACON_QOS_1).refusedByCode()).containsEntry(0x97, 1L);
    assertThat(both.of(Stream.BEACON_QOS_1).acknowledged()).isEqualTo(8);
    assertThat(both.of(Stream.BEACON_QOS_1).latencies().p50Ms()).isBetween(4.9, 5.2);
    assertThat(both.waiting()).isEqualTo(1);
  }

  @Test
  void aMissingMessageShows() {
    LoadLedger unanswered = new LoadLedger(0);
    unanswered.due(Stream.HAZARD);
    unanswered.sent(Stream.HAZARD);
    LoadLedger unsaid = new LoadLedger(0);
    unsaid.due(Stream.BEACON_QOS_0);

    assertThat(unanswered.take(1, 0, 0).isBalanced()).isFalse();
    assertThat(unsaid.take(1, 0, 0).isBalanced()).isFalse();
  }
}
