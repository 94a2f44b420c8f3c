package city.wayside.edge.uplink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.edge.inbound.Acknowledger;
import city.wayside.edge.inbound.Client;
import city.wayside.edge.inbound.FakeClient;
import city.wayside.edge.inbound.Inbound;
import city.wayside.kit.fake.ManualClock;
import city.wayside.kit.fake.RecordingTelemetry;
import city.wayside.kit.fake.RecordingUplink;
import city.wayside.model.flow.UplinkBatch;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationState;
import city.wayside.model.message.StationType;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import city.wayside.model.telemetry.Metric;
import city.wayside.road.match.MatchedReport;
import city.wayside.road.match.Passages;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BatcherTest {

  private static final long NOW = 1_795_404_861_000L;

  private static final UplinkConfig CONFIG =
      UplinkConfig.defaults().withMessages(5, 8, 3).withTimes(20, 50, 150, 0);

  private final ManualClock clock = new ManualClock(NOW);
  private final RecordingUplink uplink = new RecordingUplink();
  private final RecordingTelemetry telemetry = new RecordingTelemetry();
  private final List<String> acknowledged = new ArrayList<>();
  private final List<Integer> handedBack = new ArrayList<>();
  private int woken;

  private final Batcher batcher =
      new Batcher(CONFIG, uplink, List::of, telemetry, clock, "edge-7", "network-1");

  private final Client one = FakeClient.of("one", acknowledger());
  private final Client two = FakeClient.of("two", acknowledger());

  BatcherTest() {
    batcher.onWork(() -> woken++);
  }

  @Test
  void nothingIsSentWhenNothingWaits() {
    assertThat(batcher.turn()).isEqualTo(1);
    assertThat(uplink.tries()).isEmpty();
  }

  @Test
  void aBatchHasTheNewestStateOfEachStationAndAcknowledgesAll() {
    send(one, 11, 1, NOW);
    send(one, 12, 1, NOW + 1);
    send(two, 11, 2, NOW);
    turns();

    UplinkBatch batch = uplink.tries().getFirst();
    assertThat(batch.edgeId()).isEqualTo("edge-7");
    assertThat(batch.sequence()).isEqualTo(1);
    assertThat(batch.networkVersion()).isEqualTo("network-1");
    assertThat(batch.stations())
        .extracting(StationState::stationId, state -> state.report().timeMs())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(1L, NOW + 1),
            org.assertj.core.groups.Tuple.tuple(2L, NOW));
    assertThat(acknowledged).containsExactlyInAnyOrder("one 11", "one 12", "two 11");
    assertThat(telemetry.count(Metric.EDGE_MESSAGES_STORED)).isEqualTo(3);
    assertThat(telemetry.values(Metric.EDGE_UPLINK_BATCH)).containsExactly(3.0);
  }

  @Test
  void receiptsComeBackInOneCallForEachEventLoop() {
    Client neighbour = FakeClient.of("neighbour", one.acknowledger());
    send(one, 1, 1, NOW);
    send(neighbour, 1, 2, NOW);
    send(one, 2, 3, NOW);
    send(two, 1, 4, NOW);
    turns();

    assertThat(handedBack).containsExactlyInAnyOrder(3, 1);
  }

  @Test
  void theNextBatchWaitsForTheIntervalUnlessItIsFull() {
    send(one, 1, 1, NOW);
    turns();
    send(one, 2, 1, NOW + 1);
    assertThat(batcher.turn()).isEqualTo(20);
    assertThat(uplink.tries()).hasSize(1);
    clock.advance(15);
    assertThat(batcher.turn()).isEqualTo(5);
    clock.advance(5);
    turns();
    assertThat(uplink.tries()).hasSize(2);

    for (int i = 0; i < 5; i++) {
      send(one, 10 + i, 1, NOW + 10 + i);
    }
    assertThat(woken).isPositive();
    turns();
    assertThat(uplink.tries()).hasSize(3);
  }

  @Test
  void oneBatchIsUnderWayAtATime() {
    uplink.hold();
    send(one, 1, 1, NOW);
    turns();
    send(one, 2, 1, NOW + 1);
    clock.advance(1000);
    turns();
    assertThat(uplink.tries()).hasSize(1);

    uplink.takeOne();
    turns();
    assertThat(uplink.tries()).hasSize(2);
    assertThat(acknowledged).containsExactly("one 1");
  }

  @Test
  void aFailedBatchIsSentAgainUnchangedWithPausesThatDouble() {
    uplink.hold();
    send(one, 1, 1, NOW);
    turns();
    for (long pauseMs : new long[] {50, 100, 150, 150}) {
      int tries = uplink.tries().size();
      uplink.failOne(new IllegalStateException("away"));
      clock.advance(0);
      batcher.turn();
      clock.advance(pauseMs - 1);
      batcher.turn();
      assertThat(uplink.tries()).as("before %d ms", pauseMs).hasSize(tries);
      clock.advance(1);
      batcher.turn();
      assertThat(uplink.tries()).as("after %d ms", pauseMs).hasSize(tries + 1);
    }
    assertThat(acknowledged).isEmpty();
    uplink.takeOne();
    turns();

    assertThat(acknowledged).containsExactly("one 1");
    assertThat(uplink.tries().stream().distinct()).hasSize(1);
    assertThat(telemetry.count(Metric.EDGE_UPLINK_FAILURES)).isEqualTo(4);
    assertThat(telemetry.count(Metric.EDGE_MESSAGES_STORED)).isEqualTo(1);
  }

  @Test
  void anUplinkThatThrowsHasFailed() {
    List<UplinkBatch> tries = new ArrayList<>();
    Batcher throwing =
        new Batcher(
            CONFIG,
            batch -> {
              tries.add(batch);
              throw new IllegalStateException("no client");
            },
            List::of,
            telemetry,
            clock,
            "edge-7",
            "network-1");
    throwing.admitted(inbound(one, 1), matched(1, NOW));
    throwing.turn();
    throwing.turn();
    clock.advance(50);
    throwing.turn();

    assertThat(tries).hasSize(2);
    assertThat(throwing.pendingCount()).isEqualTo(1);
  }

  @Test
  void whatFollowsIsAnsweredButNotStored() {
    send(one, 1, 1, NOW);
    batcher.follows(inbound(two, 9));
    turns();

    assertThat(acknowledged).containsExactlyInAnyOrder("one 1", "two 9");
    assertThat(telemetry.count(Metric.EDGE_MESSAGES_STORED)).isEqualTo(1);
    assertThat(batcher.pendingCount()).isZero();
  }

  @Test
  void nobodyIsAnsweredWhoAskedForNoAnswer() {
    send(one, Inbound.NO_ANSWER, 1, NOW);
    turns();

    assertThat(acknowledged).isEmpty();
    assertThat(telemetry.count(Metric.EDGE_MESSAGES_STORED)).isEqualTo(1);
  }

  @Test
  void moreThanMayWaitIsRefused() {
    uplink.hold();
    send(one, 1, 1, NOW);
    turns();
    for (int i = 2; i <= 8; i++) {
      assertThat(batcher.refusal(MessageKind.PROBE)).isNull();
      send(one, i, 1, NOW + i);
    }
    assertThat(batcher.refusal(MessageKind.PROBE))
        .isEqualTo(new Refused(Refusal.OVERLOADED, "8 messages wait for the grid, try again"));
    assertThat(telemetry.total(Metric.EDGE_UPLINK_PENDING)).isEqualTo(8);

    uplink.takeOne();
    turns();
    assertThat(batcher.refusal(MessageKind.PROBE)).isNull();
  }

  @Test
  void drainingSendsAtOnceAndEndsWhenNothingWaits() {
    uplink.hold();
    send(one, 1, 1, NOW);
    turns();
    send(one, 2, 1, NOW + 1);
    CompletableFuture<Void> drained = batcher.drain();
    uplink.takeOne();
    turns();
    assertThat(drained).isNotDone();
    assertThat(uplink.heldCount()).isEqualTo(1);
    uplink.takeOne();
    turns();

    assertThat(drained).isDone();
    assertThat(acknowledged).containsExactly("one 1", "one 2");
  }

  @Test
  void limitsMustNotContradictEachOther() {
    assertThatThrownBy(() -> CONFIG.withMessages(9, 8, 1))
        .hasMessage("pendingMessagesMax is 8, must be at least batchMessagesMax = 9");
    assertThatThrownBy(() -> CONFIG.withTimes(20, 2, 1, 0))
        .hasMessage("retryMsMax is 1, must be at least retryMsMin = 2");
  }

  private void turns() {
    batcher.turn();
    batcher.turn();
  }

  private void send(Client client, int messageId, long stationId, long timeMs) {
    batcher.admitted(inbound(client, messageId), matched(stationId, timeMs));
  }

  private static Inbound inbound(Client client, int messageId) {
    return new Inbound(client, messageId, MessageKind.PROBE, 1, new byte[0], 0, 0, NOW);
  }

  private static MatchedReport matched(long stationId, long timeMs) {
    Report report =
        new Report(
            stationId,
            StationType.BUS,
            MessageKind.PROBE,
            timeMs,
            52,
            13,
            Double.NaN,
            Double.NaN,
            Double.NaN);
    return new MatchedReport(report, 0, 1, new Passages());
  }

  private Acknowledger acknowledger() {
    return receipts -> {
      handedBack.add(receipts.count());
      for (int i = 0; i < receipts.count(); i++) {
        acknowledged.add(receipts.client(i).id() + " " + receipts.messageId(i));
      }
    };
  }
}
