package city.wayside.edge.uplink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.edge.inbound.Client;
import city.wayside.edge.inbound.FakeClient;
import city.wayside.edge.inbound.Inbound;
import city.wayside.model.flow.UplinkBatch;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.StationState;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import city.wayside.model.telemetry.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BatcherTest {

  private final BatcherRig rig = new BatcherRig();

  @Test
  void nothingIsSentWhenNothingWaits() {
    assertThat(rig.batcher.turn()).isEqualTo(1);
    assertThat(rig.uplink.tries()).isEmpty();
  }

  @Test
  void aBatchHasTheNewestStateOfEachStationAndAcknowledgesAll() {
    rig.send(rig.one, 11, 1, BatcherRig.NOW);
    rig.send(rig.one, 12, 1, BatcherRig.NOW + 1);
    rig.send(rig.two, 11, 2, BatcherRig.NOW);
    rig.turns();

    UplinkBatch batch = rig.uplink.tries().getFirst();
    assertThat(batch.edgeId()).isEqualTo("edge-7");
    assertThat(batch.sequence()).isEqualTo(1);
    assertThat(batch.networkVersion()).isEqualTo("network-1");
    assertThat(batch.stations())
        .extracting(StationState::stationId, state -> state.report().timeMs())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(1L, BatcherRig.NOW + 1),
            org.assertj.core.groups.Tuple.tuple(2L, BatcherRig.NOW));
    assertThat(rig.acknowledged).containsExactlyInAnyOrder("one 11", "one 12", "two 11");
    assertThat(rig.telemetry.count(Metric.EDGE_MESSAGES_STORED)).isEqualTo(3);
    assertThat(rig.telemetry.values(Metric.EDGE_UPLINK_BATCH)).containsExactly(3.0);
  }

  @Test
  void receiptsComeBackInOneCallForEachEventLoop() {
    Client neighbour = FakeClient.of("neighbour", rig.one.acknowledger());
    rig.send(rig.one, 1, 1, BatcherRig.NOW);
    rig.send(neighbour, 1, 2, BatcherRig.NOW);
    rig.send(rig.one, 2, 3, BatcherRig.NOW);
    rig.send(rig.two, 1, 4, BatcherRig.NOW);
    rig.turns();

    assertThat(rig.handedBack).containsExactlyInAnyOrder(3, 1);
  }

  @Test
  void theNextBatchWaitsForTheIntervalUnlessItIsFull() {
    rig.send(rig.one, 1, 1, BatcherRig.NOW);
    rig.turns();
    rig.send(rig.one, 2, 1, BatcherRig.NOW + 1);
    assertThat(rig.batcher.turn()).isEqualTo(20);
    assertThat(rig.uplink.tries()).hasSize(1);
    rig.clock.advance(15);
    assertThat(rig.batcher.turn()).isEqualTo(5);
    rig.clock.advance(5);
    rig.turns();
    assertThat(rig.uplink.tries()).hasSize(2);

    for (int i = 0; i < 5; i++) {
      rig.send(rig.one, 10 + i, 1, BatcherRig.NOW + 10 + i);
    }
    assertThat(rig.woken).isPositive();
    rig.turns();
    assertThat(rig.uplink.tries()).hasSize(3);
  }

  @Test
  void oneBatchIsUnderWayAtATime() {
    rig.uplink.hold();
    rig.send(rig.one, 1, 1, BatcherRig.NOW);
    rig.turns();
    rig.send(rig.one, 2, 1, BatcherRig.NOW + 1);
    rig.clock.advance(1000);
    rig.turns();
    assertThat(rig.uplink.tries()).hasSize(1);

    rig.uplink.takeOne();
    rig.turns();
    assertThat(rig.uplink.tries()).hasSize(2);
    assertThat(rig.acknowledged).containsExactly("one 1");
  }

  @Test
  void aFailedBatchIsSentAgainUnchangedWithPausesThatDouble() {
    rig.uplink.hold();
    rig.send(rig.one, 1, 1, BatcherRig.NOW);
    rig.turns();
    for (long pauseMs : new long[] {50, 100, 150, 150}) {
      int tries = rig.uplink.tries().size();
      rig.uplink.failOne(new IllegalStateException("away"));
      rig.clock.advance(0);
      rig.batcher.turn();
      rig.clock.advance(pauseMs - 1);
      rig.batcher.turn();
      assertThat(rig.uplink.tries()).as("before %d ms", pauseMs).hasSize(tries);
      rig.clock.advance(1);
      rig.batcher.turn();
      assertThat(rig.uplink.tries()).as("after %d ms", pauseMs).hasSize(tries + 1);
    }
    assertThat(rig.acknowledged).isEmpty();
    rig.uplink.takeOne();
    rig.turns();

    assertThat(rig.acknowledged).containsExactly("one 1");
    assertThat(rig.uplink.tries().stream().distinct()).hasSize(1);
    assertThat(rig.telemetry.count(Metric.EDGE_UPLINK_FAILURES)).isEqualTo(4);
    assertThat(rig.telemetry.count(Metric.EDGE_MESSAGES_STORED)).isEqualTo(1);
  }

  @Test
  void anUplinkThatThrowsHasFailed() {
    List<UplinkBatch> tries = new ArrayList<>();
    Batcher throwing =
        new Batcher(
            BatcherRig.CONFIG,
            batch -> {
              tries.add(batch);
              throw new IllegalStateException("no client");
            },
            List::of,
            rig.telemetry,
            rig.clock,
            "edge-7",
            "network-1");
    throwing.admitted(BatcherRig.inbound(rig.one, 1), BatcherRig.state(1, BatcherRig.NOW));
    throwing.turn();
    throwing.turn();
    rig.clock.advance(50);
    throwing.turn();

    assertThat(tries).hasSize(2);
    assertThat(throwing.pendingCount()).isEqualTo(1);
  }

  @Test
  void whatFollowsIsAnsweredButNotStored() {
    rig.send(rig.one, 1, 1, BatcherRig.NOW);
    rig.batcher.follows(BatcherRig.inbound(rig.two, 9));
    rig.turns();

    assertThat(rig.acknowledged).containsExactlyInAnyOrder("one 1", "two 9");
    assertThat(rig.telemetry.count(Metric.EDGE_MESSAGES_STORED)).isEqualTo(1);
    assertThat(rig.batcher.pendingCount()).isZero();
  }

  @Test
  void nobodyIsAnsweredWhoAskedForNoAnswer() {
    rig.send(rig.one, Inbound.NO_ANSWER, 1, BatcherRig.NOW);
    rig.turns();

    assertThat(rig.acknowledged).isEmpty();
    assertThat(rig.telemetry.count(Metric.EDGE_MESSAGES_STORED)).isEqualTo(1);
  }

  @Test
  void moreThanMayWaitIsRefused() {
    rig.uplink.hold();
    rig.send(rig.one, 1, 1, BatcherRig.NOW);
    rig.turns();
    for (int i = 2; i <= 8; i++) {
      assertThat(rig.batcher.refusal(MessageKind.PROBE)).isNull();
      rig.send(rig.one, i, 1, BatcherRig.NOW + i);
    }
    assertThat(rig.batcher.refusal(MessageKind.PROBE))
        .isEqualTo(new Refused(Refusal.OVERLOADED, "8 messages wait for the grid, try again"));
    assertThat(rig.telemetry.total(Metric.EDGE_UPLINK_PENDING)).isEqualTo(8);

    rig.uplink.takeOne();
    rig.turns();
    assertThat(rig.batcher.refusal(MessageKind.PROBE)).isNull();
  }

  @Test
  void aClockThatIsSetBackStopsNothing() {
    rig.uplink.hold();
    rig.send(rig.one, 1, 1, BatcherRig.NOW);
    rig.turns();
    rig.clock.advance(-3_600_000);
    rig.uplink.failOne(new IllegalStateException("away"));
    rig.turns();
    rig.clock.advance(-3_600_000);
    rig.turns();
    assertThat(rig.uplink.tries()).as("sent again").hasSize(2);
    rig.uplink.takeOne();
    rig.send(rig.one, 2, 1, BatcherRig.NOW + 1);
    rig.turns();
    rig.clock.advance(20);
    rig.turns();
    assertThat(rig.uplink.tries()).hasSize(3);
  }

  @Test
  void drainingSendsAtOnceAndEndsWhenNothingWaits() {
    rig.uplink.hold();
    rig.send(rig.one, 1, 1, BatcherRig.NOW);
    rig.turns();
    rig.send(rig.one, 2, 1, BatcherRig.NOW + 1);
    CompletableFuture<Void> drained = rig.batcher.drain();
    rig.uplink.takeOne();
    rig.turns();
    assertThat(drained).isNotDone();
    assertThat(rig.uplink.heldCount()).isEqualTo(1);
    rig.uplink.takeOne();
    rig.turns();

    assertThat(drained).isDone();
    assertThat(rig.acknowledged).containsExactly("one 1", "one 2");
  }

  @Test
  void limitsMustNotContradictEachOther() {
    assertThatThrownBy(() -> BatcherRig.CONFIG.withMessages(9, 8, 1))
        .hasMessage("pendingMessagesMax is 8, must be at least batchMessagesMax = 9");
    assertThatThrownBy(() -> new UplinkConfig(20, 8, 8, 3, 67_108_864, 60, 60, 1, 1, 0))
        .hasMessage("resumeAtPercent is 60, must be below pauseAtPercent = 60");
    assertThatThrownBy(() -> BatcherRig.CONFIG.withTimes(20, 2, 1, 0))
        .hasMessage("retryMsMax is 1, must be at least retryMsMin = 2");
  }
}
