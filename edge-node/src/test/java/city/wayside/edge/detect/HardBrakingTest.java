package city.wayside.edge.detect;

import static city.wayside.edge.detect.Detected.HARD_BRAKING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.wayside.model.event.RoadEvent;
import city.wayside.model.telemetry.Metric;
import org.junit.jupiter.api.Test;

/// Cars that come at 13 m/s and brake near 500 m of a kilometre.
class HardBrakingTest {

  @Test
  void threeCarsThatBrakeHardAtOnePlaceAreTold() {
    Stage stage =
        new Stage(Roads.main(Roads.TOWN_MPS))
            .with(braking(1, 450, 20, 6), braking(2, 500, 27, 6), braking(3, 560, 34, 6))
            .until(60);

    RoadEvent first = stage.told(HARD_BRAKING).getFirst();
    assertThat(Stage.secondOf(first.time().referenceMs())).isBetween(34.0, 38.0);
    assertThat(Stage.eastM(first)).isBetween(430.0, 570.0);
    assertThat(first.evidence().vehiclesCount()).isEqualTo(3);
    assertThat(first.evidence().confidence()).isCloseTo(0.578, within(0.01));
    assertThat(first.quality().levelCode()).isEqualTo(5);
    assertThat(stage.eventsCount()).isEqualTo(1);
  }

  @Test
  void theirEndIsToldAMinuteAfterThePlaceCountsNoMore() {
    Stage stage =
        new Stage(Roads.main(Roads.TOWN_MPS))
            .with(braking(1, 450, 20, 6), braking(2, 500, 22, 6), braking(3, 560, 24, 6))
            .until(130);

    RoadEvent end = stage.ended(HARD_BRAKING).getFirst();
    assertThat(Stage.secondOf(end.time().referenceMs())).isBetween(108.0, 116.0);
  }

  @Test
  void aPlaceMayLieOnTwoSegments() {
    Stage stage =
        new Stage(Roads.main(Roads.TOWN_MPS))
            .with(braking(1, 960, 80, 6), braking(2, 1040, 84, 6), braking(3, 980, 88, 6))
            .until(100);

    assertThat(stage.told(HARD_BRAKING)).isNotEmpty();
    assertThat(stage.eventsCount()).isEqualTo(1);
  }

  @Test
  void tenReportsASecondShowTheSame() {
    Car[] cars = {braking(1, 450, 20, 6), braking(2, 500, 24, 6), braking(3, 560, 28, 6)};
    for (Car car : cars) {
      car.everyS = 0.1;
    }

    Stage stage = new Stage(Roads.main(Roads.TOWN_MPS)).with(cars).until(60);

    assertThat(stage.told(HARD_BRAKING).getFirst().evidence().vehiclesCount()).isEqualTo(3);
  }

  @Test
  void brakingAsBeforeASignalSaysNothing() {
    Stage stage = new Stage(Roads.main(Roads.TOWN_MPS));
    for (int i = 0; i < 8; i++) {
      stage.with(braking(i + 1, 500 - 8 * i, 20 + 2 * i, 3.5));
    }

    assertThat(stage.until(60).told(HARD_BRAKING)).isEmpty();
  }

  @Test
  void oneCarAloneSaysNothingHoweverOftenItBrakes() {
    Car nervous = new Car(1, 0, t -> t % 10 < 8 ? 13 : 13 - 6.5 * (t % 10 - 8));

    Stage stage = new Stage(Roads.main(Roads.TOWN_MPS)).with(nervous).until(60);

    assertThat(stage.told).isEmpty();
  }

  @Test
  void carsThatBrakeFarApartSayNothing() {
    Stage stage =
        new Stage(Roads.main(Roads.TOWN_MPS))
            .with(braking(1, 200, 20, 6), braking(2, 500, 22, 6), braking(3, 900, 24, 6))
            .until(60);

    assertThat(stage.told).isEmpty();
  }

  @Test
  void carsThatBrakeMinutesApartSayNothing() {
    Stage stage =
        new Stage(Roads.main(Roads.TOWN_MPS))
            .with(braking(1, 500, 20, 6), braking(2, 500, 60, 6), braking(3, 500, 100, 6))
            .until(140);

    assertThat(stage.told).isEmpty();
  }

  @Test
  void whoWasNotHeardWhileItsSpeedFellSaysNothing() {
    Car[] cars = {braking(1, 450, 20, 6), braking(2, 500, 22, 6), braking(3, 560, 24, 6)};
    for (Car car : cars) {
      car.everyS = 2;
    }

    assertThat(new Stage(Roads.main(Roads.TOWN_MPS)).with(cars).until(60).told).isEmpty();
  }

  @Test
  void theOldestBrakingGivesWayAndIsCounted() {
    BrakingConfig small = new BrakingConfig(true, 5, 8, 3, 200, 30_000, 60_000, 2);
    Stage stage =
        new Stage(Roads.main(Roads.TOWN_MPS), Configs.braking(small))
            .with(braking(1, 450, 20, 6), braking(2, 500, 22, 6), braking(3, 560, 24, 6))
            .until(60);

    assertThat(stage.told).isEmpty();
    assertThat(stage.telemetry.count(Metric.EDGE_DETECTION_DROPPED, "brakings")).isPositive();
  }

  /// A car that begins to brake at a moment, and stands at a place then.
  private static Car braking(
      long stationId, double atEastM, double fromS, double decelerationMps2) {
    double speedMps = 13;
    double wayM = speedMps * fromS + speedMps * speedMps / (2 * decelerationMps2);
    return new Car(
        stationId,
        atEastM - wayM,
        t -> t < fromS ? speedMps : Math.max(0, speedMps - decelerationMps2 * (t - fromS)));
  }
}
