package city.wayside.edge.detect;

import static city.wayside.edge.detect.Detected.QUEUE_END;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.event.RoadEvent;
import city.wayside.model.telemetry.Metric;
import org.junit.jupiter.api.Test;

/// Cars that queue before the stop line at 1000 m, and innocent queues.
class QueueEndTest {

  @Test
  void theEndOfALongQueueIsTold() {
    Stage stage = new Stage(Roads.main(Roads.TOWN_MPS)).with(queue(12, 30, 13, 900)).until(160);

    RoadEvent first = stage.told(QUEUE_END).getFirst();
    // The tenth car stands 280 m before the stop line in second 110.
    assertThat(Stage.secondOf(first.time().referenceMs())).isBetween(120.0, 136.0);
    assertThat(Stage.eastM(first)).isBetween(640.0, 745.0);
    assertThat(first.evidence().vehiclesCount()).isBetween(9, 12);
    assertThat(first.evidence().observationsCount()).isBetween(9, 12);
    assertThat(first.evidence().confidence()).isGreaterThan(0.7);
    assertThat(first.place().speedMps()).isZero();
    assertThat(stage.eventsCount()).isEqualTo(1);
  }

  @Test
  void itIsToldAgainAsItGrows() {
    Stage stage = new Stage(Roads.main(Roads.TOWN_MPS)).with(queue(18, 30, 13, 900)).until(220);

    RoadEvent last = stage.told(QUEUE_END).getLast();
    assertThat(Stage.eastM(last)).isBetween(470.0, 500.0);
    assertThat(stage.eventsCount()).isEqualTo(1);
  }

  @Test
  void itsEndIsToldWhenItDissolves() {
    Stage stage = new Stage(Roads.main(Roads.TOWN_MPS)).with(queue(12, 30, 13, 180)).until(240);

    RoadEvent end = stage.ended(QUEUE_END).getFirst();
    assertThat(Stage.secondOf(end.time().referenceMs())).isBetween(205.0, 225.0);
  }

  @Test
  void aQueueThatReachesIntoTheSegmentBeforeHasOneEnd() {
    Roads roads =
        new Roads()
            .add("before", Roads.TOWN_MPS, -1000, 0, 780, 0)
            .add("last", Roads.TOWN_MPS, 780, 0, 1000, 0)
            .add("other", Roads.TOWN_MPS, 780, 200, 780, 0)
            .add("beyond", Roads.TOWN_MPS, 1000, 0, 1500, 0)
            .add("side", Roads.TOWN_MPS, 1000, 0, 1000, 400);

    Stage stage = new Stage(roads).with(queue(14, 26, 13, 900)).until(180);

    RoadEvent last = stage.told(QUEUE_END).getLast();
    assertThat(Stage.eastM(last)).isBetween(650.0, 690.0);
    assertThat(last.evidence().vehiclesCount()).isEqualTo(14);
    assertThat(stage.eventsCount()).isEqualTo(1);
  }

  @Test
  void aQueueWithoutAStopLineMayBeShorter() {
    Roads motorway = new Roads().add("motorway", 33, -2000, 0, 3000, 0);

    Stage stage = new Stage(motorway).with(queue(8, 20, 30, 900)).until(180);

    assertThat(stage.told(QUEUE_END)).isNotEmpty();
    assertThat(stage.eventsCount()).isEqualTo(1);
  }

  @Test
  void anOrdinaryQueueBeforeARedLightIsNotTold() {
    assertNothing(new Stage(Roads.main(Roads.TOWN_MPS)).with(queue(20, 8, 13, 200)).until(240));
  }

  @Test
  void aLongQueueOnASlowRoadIsNotTold() {
    assertNothing(new Stage(Roads.main(Roads.ZONE_MPS)).with(queue(14, 30, 8, 900)).until(240));
  }

  @Test
  void threeCarsAreNoQueue() {
    Roads motorway = new Roads().add("motorway", 33, -2000, 0, 3000, 0);

    assertNothing(new Stage(motorway).with(queue(3, 20, 30, 900)).until(180));
  }

  @Test
  void aQueueThatNobodyComesUponFastIsNotTold() {
    assertNothing(new Stage(Roads.main(Roads.TOWN_MPS)).with(queue(14, 30, 5, 900)).until(240));
  }

  @Test
  void slowVehiclesThatThereIsNoRoomForAreCounted() {
    SlowConfig small = new SlowConfig(2.5, 50, 50, 30_000, 200_000, 3);

    Stage stage =
        new Stage(Roads.main(Roads.TOWN_MPS), Configs.slow(small))
            .with(queue(12, 30, 13, 900))
            .until(160);

    assertNothing(stage);
    assertThat(stage.telemetry.count(Metric.EDGE_DETECTION_DROPPED, "slow_vehicles")).isPositive();
    assertThat(stage.telemetry.read(Metric.EDGE_DETECTION_SLOW)).containsEntry("", 3.0);
  }

  /// Cars that come one after the other and stand behind each other, the first at the stop line.
  private static Car[] queue(int count, double gapM, double speedMps, double leavesS) {
    Car[] cars = new Car[count];
    for (int i = 0; i < count; i++) {
      cars[i] = Car.stopping(i + 1, 990 - gapM * i, 65 + 5 * i, speedMps).until(leavesS);
    }
    return cars;
  }

  private static void assertNothing(Stage stage) {
    assertThat(stage.told).isEmpty();
  }
}
