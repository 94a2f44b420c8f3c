package city.wayside.edge.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.inbound.Inbound;
import city.wayside.model.flow.UplinkBatch;
import city.wayside.model.message.MessageKind;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import city.wayside.model.telemetry.Metric;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Hazards on their way to the grid, and what happens when it takes nothing.
class HazardBatchesTest {

  private final BatcherRig rig = new BatcherRig();

  @Test
  void hazardsAreSentAtOnceInABatchOfTheirOwnAndStatesAfterThem() {
    rig.send(rig.one, 1, 1, BatcherRig.NOW);
    rig.turns();
    rig.send(rig.one, 2, 1, BatcherRig.NOW + 1);
    rig.woken = 0;
    rig.hazard(rig.two, 3, 7);
    rig.hazard(rig.two, 4, 8);
    assertThat(rig.woken).isEqualTo(2);
    rig.turns();

    UplinkBatch urgent = rig.uplink.tries().getLast();
    assertThat(urgent.events()).extracting(event -> event.key().originId()).containsExactly(7L, 8L);
    assertThat(urgent.downlink()).hasSize(2);
    assertThat(urgent.stations()).isEmpty();
    assertThat(rig.acknowledged).containsExactly("one 1", "two 3", "two 4");
    assertThat(rig.uplink.tries()).as("the interval of states is not over").hasSize(2);
    rig.clock.advance(20);
    rig.turns();
    assertThat(rig.uplink.tries().getLast().stations()).hasSize(1);
    assertThat(rig.telemetry.count(Metric.EDGE_MESSAGES_STORED)).isEqualTo(4);
    assertThat(rig.batcher.pendingCount()).isZero();
  }

  @Test
  void aHazardWaitsForOneBatchOfStatesAtMostAndTheseForOneOfHazards() {
    rig.uplink.hold();
    rig.send(rig.one, 1, 1, BatcherRig.NOW);
    rig.turns();
    rig.hazard(rig.two, 2, 7);
    rig.clock.advance(20);
    for (int round = 0; round < 3; round++) {
      rig.send(rig.one, 10 + round, 1, BatcherRig.NOW + 10 + round);
      rig.hazard(rig.two, 20 + round, 7);
      rig.uplink.takeOne();
      rig.turns();
      assertThat(rig.uplink.tries().getLast().stations()).as("round %d", round).isEmpty();
      rig.hazard(rig.two, 30 + round, 7);
      rig.clock.advance(20);
      rig.uplink.takeOne();
      rig.turns();
      assertThat(rig.uplink.tries().getLast().stations()).as("round %d", round).hasSize(1);
    }
  }

  @Test
  void hazardsThatFailedAreSentAgainUnchangedBeforeTheNext() {
    rig.uplink.hold();
    rig.hazard(rig.one, 1, 7);
    rig.turns();
    rig.hazard(rig.one, 2, 8);
    rig.uplink.failOne(new IllegalStateException("away"));
    rig.turns();
    rig.clock.advance(50);
    rig.turns();
    assertThat(rig.uplink.tries().stream().distinct()).hasSize(1);
    rig.uplink.takeOne();
    rig.turns();
    rig.uplink.takeOne();
    rig.turns();

    assertThat(rig.uplink.tries())
        .extracting(batch -> batch.events().getFirst().key().originId())
        .containsExactly(7L, 7L, 8L);
    assertThat(rig.acknowledged).containsExactly("one 1", "one 2");
  }

  @Test
  void hazardsHaveARoomOfTheirOwnThatOthersDoNotTake() {
    rig.uplink.hold();
    for (int i = 1; i <= 8; i++) {
      rig.send(rig.one, i, 1, BatcherRig.NOW + i);
    }
    assertThat(rig.batcher.refusal(MessageKind.CAM)).isNotNull();
    assertThat(rig.batcher.refusal(MessageKind.SPATEM)).isNotNull();
    for (int i = 0; i < 3; i++) {
      assertThat(rig.batcher.refusal(MessageKind.DENM)).isNull();
      rig.hazard(rig.two, 20 + i, 7);
    }
    assertThat(rig.batcher.refusal(MessageKind.DENM))
        .isEqualTo(
            new Refused(
                Refusal.OVERLOADED,
                "as many hazards wait for the grid as there is room for, try again"));
    assertThat(rig.batcher.pendingCount()).isEqualTo(11);

    rig.uplink.release();
    for (int i = 0; i < 3; i++) {
      rig.turns();
      rig.clock.advance(20);
    }
    assertThat(rig.batcher.pendingCount()).isZero();
    assertThat(rig.batcher.refusal(MessageKind.DENM)).isNull();
  }

  @Test
  void theRoomOfHazardsHasALimitInBytesToo() {
    UplinkConfig roomy = BatcherRig.CONFIG.withMessages(5, 8, 1_000_000);
    Batcher large = rig.batcher(roomy);
    byte[] payload = new byte[1_048_576];
    for (int i = 0; i < 64; i++) {
      assertThat(large.refusal(MessageKind.TIM)).isNull();
      large.hazard(BatcherRig.inbound(rig.one, i, MessageKind.TIM, payload), List.of(), List.of());
    }
    assertThat(large.refusal(MessageKind.TIM)).isNotNull();
    large.turn();
    large.turn();
    assertThat(large.refusal(MessageKind.TIM)).isNull();
  }

  @Test
  void aRepeatedHazardIsAnsweredAfterTheFirstIsKept() {
    rig.uplink.hold();
    rig.hazard(rig.one, 1, 7);
    rig.turns();
    rig.hazard(rig.one, 2, 8);
    rig.repeated(rig.two, 3);
    rig.clock.advance(20);
    rig.turns();
    assertThat(rig.acknowledged).isEmpty();
    rig.uplink.takeOne();
    rig.turns();
    assertThat(rig.acknowledged).as("the second is still under way").containsExactly("one 1");
    rig.uplink.takeOne();
    rig.turns();
    assertThat(rig.acknowledged).containsExactlyInAnyOrder("one 1", "one 2", "two 3");
  }

  @Test
  void repetitionsOfWhatTheGridHasNeedNoBatch() {
    rig.hazard(rig.one, 1, 7);
    rig.turns();
    rig.repeated(rig.two, 2);
    rig.turns();

    assertThat(rig.acknowledged).containsExactly("one 1", "two 2");
    assertThat(rig.uplink.tries()).hasSize(1);
    assertThat(rig.batcher.pendingCount()).isZero();
  }

  @Test
  void repetitionsTakeNoPlaceOfHazards() {
    rig.uplink.hold();
    for (int i = 0; i < 8; i++) {
      rig.repeated(rig.one, i + 1);
    }
    assertThat(rig.batcher.refusal(MessageKind.DENM)).isNull();
    assertThat(rig.batcher.follows(BatcherRig.inbound(rig.one, 9, MessageKind.DENM, new byte[0])))
        .as("that cannot be promised any more")
        .isNotNull();
    assertThat(
            rig.batcher.follows(
                BatcherRig.inbound(rig.one, Inbound.NO_ANSWER, MessageKind.DENM, new byte[0])))
        .isNull();
    rig.clock.advance(20);
    rig.turns();
    assertThat(rig.batcher.pendingCount()).isZero();
  }

  @Test
  void clientsAreNotReadWhileNearlyNoMoreMayWait() {
    List<Boolean> told = new ArrayList<>();
    rig.batcher.onPause(told::add);
    rig.uplink.hold();
    for (int i = 1; i <= 7; i++) {
      rig.send(rig.one, i, 1, BatcherRig.NOW + i);
    }
    rig.turns();
    assertThat(rig.batcher.mustPause()).as("7 of 8 are 87 percent").isFalse();
    rig.woken = 0;
    rig.send(rig.one, 8, 1, BatcherRig.NOW + 8);
    assertThat(rig.woken).isEqualTo(1);
    rig.batcher.turn();
    assertThat(rig.batcher.mustPause()).isTrue();
    assertThat(told).containsExactly(true);

    rig.uplink.takeOne();
    rig.turns();
    assertThat(rig.batcher.pendingCount()).isEqualTo(1);
    assertThat(rig.batcher.mustPause()).isFalse();
    assertThat(told).containsExactly(true, false);
  }

  @Test
  void clientsAreNotReadAgainBeforeBothRoomsAreEmptierAlsoThatOfHazards() {
    List<Boolean> told = new ArrayList<>();
    rig.batcher.onPause(told::add);
    rig.uplink.hold();
    rig.send(rig.one, 1, 1, BatcherRig.NOW);
    rig.turns();
    for (int i = 0; i < 3; i++) {
      rig.hazard(rig.two, 2 + i, 7);
    }
    rig.turns();
    assertThat(told).containsExactly(true);
    rig.uplink.takeOne();
    rig.turns();
    assertThat(told).as("the hazards are under way").containsExactly(true);
    rig.uplink.takeOne();
    rig.turns();
    assertThat(told).containsExactly(true, false);
  }
}
