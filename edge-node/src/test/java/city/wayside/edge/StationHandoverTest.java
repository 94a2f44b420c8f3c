package city.wayside.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.wayside.edge.inbound.Client;
import city.wayside.edge.station.Arrival;
import city.wayside.messages.json.ProbeEncoder;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.telemetry.Metric;
import city.wayside.model.traffic.SegmentTally;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A station that comes from another edge node goes on here as if it had never left.
class StationHandoverTest {

  private static final long STATION = 7;
  private static final double DEGREES_PER_M = 1 / 71_500.0;
  private static final double SPEED_MPS = 10;

  private final CoreRig one = new CoreRig();
  private final CoreRig other = one.beside("edge-2");
  private final Client atOne = one.client("vehicle");
  private final Client atOther = other.client("vehicle");
  private int messageId;

  private void seconds(int count) {
    one.clock.advance(1_000L * count);
    other.clock.advance(1_000L * count);
  }

  /// Drives on for a second and reports it.
  private @Nullable Refusal drive(CoreRig rig, Client client) {
    seconds(1);
    return report(rig, client, rig.clock.millis());
  }

  private @Nullable Refusal report(CoreRig rig, Client client, long timeMs) {
    double drivenM = SPEED_MPS * (timeMs % 60_000) / 1000.0;
    Report report =
        new Report(
            STATION,
            StationType.PASSENGER_CAR,
            MessageKind.PROBE,
            timeMs,
            EdgeRig.ROAD_LAT,
            EdgeRig.ROAD_LON + drivenM * DEGREES_PER_M,
            SPEED_MPS,
            90,
            Double.NaN);
    byte[] payload = new ProbeEncoder().encode(report);
    return rig.take(client, ++messageId, MessageKind.PROBE, STATION, payload);
  }

  private static double drivenM(CoreRig... rigs) {
    double distanceMm = 0;
    for (CoreRig rig : rigs) {
      Map<Long, SegmentTally> newest = new HashMap<>();
      rig.uplink.tries().stream()
          .flatMap(batch -> batch.tallies().stream())
          .forEach(tally -> newest.put(tally.windowStartMs(), tally));
      distanceMm += newest.values().stream().mapToDouble(SegmentTally::distanceMm).sum();
    }
    return distanceMm / 1000;
  }

  @Test
  void theWayBetweenTheNodesIsDrivenOnce() {
    CoreRig alone = new CoreRig();
    Client atAlone = alone.client("vehicle");
    for (int i = 0; i < 5; i++) {
      drive(one, atOne);
      alone.clock.setMillis(one.clock.millis());
      report(alone, atAlone, one.clock.millis());
    }
    one.turns();
    seconds(3);
    for (int i = 0; i < 5; i++) {
      drive(other, atOther);
      alone.clock.setMillis(one.clock.millis());
      report(alone, atAlone, one.clock.millis());
    }
    other.turns();
    alone.turns();

    assertThat(drivenM(one, other)).isCloseTo(drivenM(alone), within(0.1)).isGreaterThan(110);
    assertThat(other.telemetry.count(Metric.EDGE_HANDOVERS, "continued")).isEqualTo(1);
    assertThat(one.telemetry.count(Metric.EDGE_HANDOVERS, "unknown")).isEqualTo(1);
    assertThat(other.acknowledged).hasSize(5);
  }

  @Test
  void whatTheOtherNodeHasTakenIsARepetition() {
    for (int i = 0; i < 4; i++) {
      drive(one, atOne);
    }
    one.turns();
    // Its acknowledgement was lost: it sends the last two again.
    report(other, atOther, one.clock.millis() - 1_000);
    report(other, atOther, one.clock.millis());
    drive(other, atOther);
    other.turns();

    assertThat(other.refused(Refusal.STALE)).isEqualTo(1);
    assertThat(other.refused(Refusal.DUPLICATE)).isEqualTo(1);
    assertThat(other.admitted()).isEqualTo(1);
    assertThat(other.acknowledged).hasSize(3);
    assertThat(drivenM(one, other)).isCloseTo(40, within(2.0));
  }

  @Test
  void firstMessagesWaitForTheAnswerUnacknowledged() {
    one.stations.hold();
    drive(one, atOne);
    drive(one, atOne);
    one.turns();

    assertThat(one.acknowledged).isEmpty();
    assertThat(one.core.pendingCount()).isEqualTo(2);

    one.stations.release();
    one.turns();
    assertThat(one.acknowledged).hasSize(2);
    assertThat(one.core.pendingCount()).isZero();
  }

  @Test
  void whereTheGridCannotTellTheTrajectoryIsNew() {
    one.stations.hold();
    drive(one, atOne);
    one.turns();
    one.stations.fail(new IllegalStateException("the grid is away"));
    one.turns();

    assertThat(one.admitted()).isEqualTo(1);
    assertThat(one.telemetry.count(Metric.EDGE_HANDOVERS, "not_asked")).isEqualTo(1);
  }

  @Test
  void noMoreThanAFewWait() {
    one.stations.hold();
    for (int i = 0; i < Arrival.MESSAGES_MAX; i++) {
      assertThat(drive(one, atOne)).isNull();
    }

    assertThat(drive(one, atOne)).isEqualTo(Refusal.OVERLOADED);
    one.stations.release();
    one.turns();
    assertThat(drive(one, atOne)).isNull();
    assertThat(one.admitted()).isEqualTo(Arrival.MESSAGES_MAX + 1);
  }

  @Test
  void aNodeThatStopsWaitsForWhoHasArrived() {
    one.stations.hold();
    drive(one, atOne);
    one.turns();
    CompletableFuture<Void> drained = one.core.drain();
    one.turns();
    assertThat(drained).isNotDone();

    one.stations.release();
    one.turns();

    assertThat(drained).isDone();
    assertThat(one.acknowledged).hasSize(1);
  }

  @Test
  void whatIsTooLongAgoIsNotContinued() {
    drive(one, atOne);
    one.turns();
    seconds(61);
    drive(other, atOther);
    other.turns();

    assertThat(other.telemetry.count(Metric.EDGE_HANDOVERS, "too_old")).isEqualTo(1);
    assertThat(drivenM(one, other)).isZero();
  }

  @Test
  void aStationIsLookedUpOnce() {
    for (int i = 0; i < 5; i++) {
      drive(one, atOne);
      one.turns();
    }

    assertThat(one.stations.askedCount()).isEqualTo(1);
  }
}
