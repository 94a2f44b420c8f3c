package city.wayside.kit.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlotsTest {

  @Test
  void aMessageIsFoundByItsPacketIdUntilItIsAnswered() {
    Slots slots = new Slots();
    int first = slots.take(Stream.BEACON_QOS_1, -1, 100);
    int second = slots.take(Stream.HAZARD, 7, 200);

    int slot = slots.find(second);
    assertThat(slots.stream(slot)).isEqualTo(Stream.HAZARD);
    assertThat(slots.sequence(slot)).isEqualTo(7);
    assertThat(slots.sinceNs(slot)).isEqualTo(200);
    slots.free(slot);

    assertThat(slots.find(second)).isEqualTo(-1);
    assertThat(slots.find(first)).isNotNegative();
    assertThat(slots.used()).isEqualTo(1);
  }

  @Test
  void thereAreNeverMoreThanSlots() {
    Slots slots = new Slots();
    for (int i = 0; i < Slots.COUNT; i++) {
      assertThat(slots.take(Stream.BEACON_QOS_1, -1, i)).isPositive();
    }

    assertThat(slots.take(Stream.BEACON_QOS_1, -1, 0)).isZero();
  }

  @Test
  void packetIdsGoRoundAndPassOverThoseThatAreTaken() {
    Slots slots = new Slots();
    int kept = slots.take(Stream.HAZARD, 1, 0);
    for (int i = 0; i < 200_000; i++) {
      int packetId = slots.take(Stream.BEACON_QOS_1, -1, 0);
      assertThat(packetId).isBetween(1, 65_535);
      assertThat(packetId % Slots.COUNT).isNotEqualTo(kept % Slots.COUNT);
      slots.free(slots.find(packetId));
    }

    assertThat(slots.find(kept)).isNotNegative();
  }

  @Test
  void onlyWhatWaitsTooLongIsOld() {
    Slots slots = new Slots();
    int slot = slots.find(slots.take(Stream.HAZARD, 1, 1000));

    assertThat(slots.isOlder(slot, 1500, 500)).isFalse();
    assertThat(slots.isOlder(slot, 1501, 500)).isTrue();
    slots.free(slot);
    assertThat(slots.isOlder(slot, 1501, 500)).isFalse();
  }
}
