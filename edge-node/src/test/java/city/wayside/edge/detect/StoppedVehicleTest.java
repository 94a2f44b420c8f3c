package city.wayside.edge.detect;

import static city.wayside.edge.detect.Detected.STOPPED_VEHICLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.wayside.model.event.Evidence;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.message.StationType;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A car stands at 500 m of a kilometre from second 30 on, and its innocent likenesses.
class StoppedVehicleTest {

  private static final Car STOPPED = Car.stopping(1, 500, 30, 13);

  @Test
  void aCarThatStandsWhereOthersDriveIsTold() {
    Stage stage = new Stage(Roads.main(Roads.TOWN_MPS)).with(STOPPED).with(passing(13)).until(95);

    RoadEvent first = stage.told(STOPPED_VEHICLE).getFirst();
    assertThat(Stage.secondOf(first.time().referenceMs())).isBetween(90.0, 93.0);
    assertThat(Stage.secondOf(first.time().detectedMs())).isCloseTo(30, within(1.5));
    assertThat(Stage.eastM(first)).isCloseTo(500, within(10.0));
    assertThat(first.place().headingDeg()).isCloseTo(90, within(0.5));
    assertThat(first.place().traces()).hasSize(1);
    assertThat(first.evidence().vehiclesCount()).isEqualTo(1);
    assertThat(first.evidence().observationsCount()).isBetween(4, 6);
    assertThat(first.evidence().confidence()).isBetween(0.85, 0.97);
    assertThat(first.quality().levelCode()).isEqualTo(7);
    assertThat(first.isDetected()).isTrue();
    assertThat(first.key().originId()).isEqualTo(TellingConfig.defaults().stationId());
    assertThat(stage.eventsCount()).isEqualTo(1);
  }

  @Test
  void itsEndIsToldWhenItDrivesOn() {
    Stage stage =
        new Stage(Roads.main(Roads.TOWN_MPS)).with(STOPPED.until(100)).with(passing(13)).until(115);

    assertThat(stage.ended(STOPPED_VEHICLE)).hasSize(1);
    RoadEvent end = stage.ended(STOPPED_VEHICLE).getFirst();
    assertThat(end.key()).isEqualTo(stage.told(STOPPED_VEHICLE).getFirst().key());
    assertThat(Stage.secondOf(end.time().referenceMs())).isBetween(105.0, 111.0);
  }

  @Test
  void itsEndIsToldWhenItIsSilent() {
    Car silent = STOPPED.copy(t -> t < 30 ? 13 : 0);
    silent.endS = 100;
    Stage stage = new Stage(Roads.main(Roads.TOWN_MPS)).with(silent).with(passing(13)).until(145);

    assertThat(stage.told(STOPPED_VEHICLE)).isNotEmpty();
    assertThat(stage.ended(STOPPED_VEHICLE)).hasSize(1);
    RoadEvent end = stage.ended(STOPPED_VEHICLE).getFirst();
    assertThat(Stage.secondOf(end.time().referenceMs())).isBetween(135.0, 140.0);
  }

  @Test
  void whileNobodyDrivesPastItIsNotTold() {
    assertNothing(new Stage(Roads.main(Roads.TOWN_MPS)).with(STOPPED).until(200));
  }

  @Test
  void whileOthersOnlyCreepPastItIsNotTold() {
    assertNothing(
        new Stage(Roads.main(Roads.TOWN_MPS)).with(STOPPED).with(passing(4.5)).until(200));
  }

  @Test
  void aParkedCarIsNotTold() {
    Car parked = new Car(1, 500, _ -> 0);
    assertNothing(new Stage(Roads.main(Roads.TOWN_MPS)).with(parked).with(passing(13)).until(400));
  }

  @Test
  void inAZoneWherePeopleParkItIsNotTold() {
    assertNothing(new Stage(Roads.main(Roads.ZONE_MPS)).with(STOPPED).with(passing(8)).until(200));
  }

  @Test
  void whoWaitsAtARedLightIsNotTold() {
    Stage stage = new Stage(Roads.main(Roads.TOWN_MPS)).with(passing(13));
    for (int i = 0; i < 8; i++) {
      stage.with(Car.stopping(i + 1, 990 - 8 * i, 80 + i, 13).until(260));
    }

    assertNothing(stage.until(300));
  }

  @Test
  void whoWaitsAloneAtARedLightIsNotTold() {
    Car turning = Car.stopping(1, 985, 80, 13).until(300);
    assertNothing(new Stage(Roads.main(Roads.TOWN_MPS)).with(turning).with(passing(13)).until(320));
  }

  @Test
  void whoStandsAtTheStopLineForLongerThanAnySignalIsToldWithLessConfidence() {
    Car broken = Car.stopping(1, 985, 80, 13);
    Stage stage = new Stage(Roads.main(Roads.TOWN_MPS)).with(broken).with(passing(13)).until(400);

    RoadEvent first = stage.told(STOPPED_VEHICLE).getFirst();
    assertThat(Stage.secondOf(first.time().referenceMs())).isBetween(380.0, 383.0);
    assertThat(first.evidence().confidence()).isBetween(0.5, 0.6);
  }

  @Test
  void aBusAtItsStopIsNotTold() {
    Car bus = STOPPED.until(150);
    bus.type = StationType.BUS;
    assertNothing(new Stage(Roads.main(Roads.TOWN_MPS)).with(bus).with(passing(13)).until(200));
  }

  @Test
  void oneThatWasLostForAWhileIsNoOtherCar() {
    Car before = STOPPED.copy(t -> t < 30 ? 13 : 0);
    before.endS = 60;
    Car after = STOPPED.copy(t -> t < 30 ? 13 : 0);
    after.startS = 80;
    Stage stage =
        new Stage(Roads.main(Roads.TOWN_MPS)).with(before, after).with(passing(13)).until(95);

    RoadEvent first = stage.told(STOPPED_VEHICLE).getFirst();
    assertThat(Stage.secondOf(first.time().detectedMs())).isCloseTo(30, within(1.5));
    assertThat(stage.eventsCount()).isEqualTo(1);
  }

  @Test
  void oneThatChangesItsPseudonymIsTheSame() {
    Car before = STOPPED.copy(t -> t < 30 ? 13 : 0);
    before.endS = 75;
    Car after = STOPPED.copy(t -> t < 30 ? 13 : 0);
    after.stationId = 2;
    after.startS = 76;
    Stage stage =
        new Stage(Roads.main(Roads.TOWN_MPS)).with(before, after).with(passing(13)).until(150);

    RoadEvent first = stage.told(STOPPED_VEHICLE).getFirst();
    assertThat(Stage.secondOf(first.time().referenceMs())).isBetween(90.0, 93.0);
    assertThat(first.evidence()).extracting(Evidence::vehiclesCount).isEqualTo(1);
    assertThat(stage.ended(STOPPED_VEHICLE)).isEmpty();
    assertThat(stage.eventsCount()).isEqualTo(1);
  }

  @Test
  void switchedOffItIsNotTold() {
    DetectionConfig config =
        Configs.stopped(new StoppedConfig(false, 60, 300, 600, 3, 0.5, 5, 100, 8.4));
    assertNothing(
        new Stage(Roads.main(Roads.TOWN_MPS), config).with(STOPPED).with(passing(13)).until(120));
  }

  /// Cars that drive past the middle every twelve seconds.
  private static Car[] passing(double speedMps) {
    return IntStream.range(0, 40)
        .mapToObj(i -> Car.passing(100 + i, 5 + 12 * i, speedMps))
        .toArray(Car[]::new);
  }

  private static void assertNothing(Stage stage) {
    assertThat(stage.told).isEmpty();
  }
}
