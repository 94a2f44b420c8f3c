package city.wayside.road.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// A vehicle on a way that is known, with positions that are off.
class ReckoningTest {

  private static final double ERROR_M2 = 36;
  private static final double SPEED_MPS = 10;

  private final Reckoning known = new Reckoning();
  private final Reckoning prior = new Reckoning();
  private final Odometer odometer = new Odometer();
  private double cost;

  /// The vehicle starts at 0, heads east, and turns north after 200 m.
  private static double eastM(double alongM) {
    return Math.min(alongM, 200);
  }

  private static double northM(double alongM) {
    return Math.max(0, alongM - 200);
  }

  private void begin(double seenM) {
    prior.begin(seenM, ERROR_M2);
    cost = known.correct(prior, 0, 0, 1, 0, 0);
  }

  /// A second later a position is seen.
  private void see(double wayM, double gainedMps, double seenEastM, double seenNorthM) {
    odometer.wayM = wayM;
    odometer.wayM2 = 0.04;
    odometer.gainedMps = gainedMps;
    odometer.weighedBefore(1000);
    prior.expect(known, odometer, ERROR_M2);
    double expectedM = prior.alongM;
    boolean isNorth = expectedM > 200;
    double offEastM = seenEastM - prior.biasEastM - eastM(expectedM);
    double offNorthM = seenNorthM - prior.biasNorthM - northM(expectedM);
    cost = known.correct(prior, offEastM, offNorthM, isNorth ? 0 : 1, isNorth ? 1 : 0, 0);
  }

  @Test
  void anErrorAlongTheRoadIsSeenOnceTheRoadTurns() {
    double errorM = 8;
    begin(errorM);
    for (int second = 1; second <= 15; second++) {
      see(SPEED_MPS, 0, eastM(10.0 * second) + errorM, northM(10.0 * second));
    }
    double beforeTurnM = known.alongM - 150;
    for (int second = 16; second <= 40; second++) {
      see(SPEED_MPS, 0, eastM(10.0 * second) + errorM, northM(10.0 * second));
    }

    assertThat(beforeTurnM).isGreaterThan(4);
    assertThat(known.alongM).isCloseTo(400, within(2.0));
  }

  @Test
  void positionsThatWanderDoNotCarryTheVehicleWithThem() {
    Random dice = new Random(5);
    double errorEastM = 0;
    double errorNorthM = 0;
    double kept = Math.exp(-1 / 30.0);
    double renewedM = 6 * Math.sqrt(1 - kept * kept);
    double own = 0;
    double seen = 0;
    for (int drive = 0; drive < 200; drive++) {
      errorEastM = 6 * dice.nextGaussian();
      errorNorthM = 6 * dice.nextGaussian();
      begin(errorEastM);
      for (int second = 1; second <= 40; second++) {
        errorEastM = errorEastM * kept + renewedM * dice.nextGaussian();
        errorNorthM = errorNorthM * kept + renewedM * dice.nextGaussian();
        see(SPEED_MPS, 0, eastM(10.0 * second) + errorEastM, northM(10.0 * second) + errorNorthM);
      }
      own += Math.pow(known.alongM - 400, 2);
      seen += errorNorthM * errorNorthM;
    }

    assertThat(Math.sqrt(own / 200)).isLessThan(0.8 * Math.sqrt(seen / 200));
  }

  @Test
  void speedsThatAreLateAreFoundOutWhenTheVehicleBrakesAndStarts() {
    begin(0);
    double alongM = 0;
    double speedMps = 0;
    for (int second = 1; second <= 60; second++) {
      // Half a second late: by the sum of its speeds it has come 0.5 s times the speed less far.
      double before = speedMps;
      speedMps = second % 20 < 10 ? Math.min(14, speedMps + 2) : Math.max(0, speedMps - 2);
      alongM += speedMps;
      prior.alongM = 0;
      odometer.wayM = (before + speedMps) / 2;
      odometer.wayM2 = 0.04;
      odometer.gainedMps = speedMps - before;
      odometer.weighedBefore(1000);
      prior.expect(known, odometer, ERROR_M2);
      cost =
          known.correct(prior, alongM - prior.biasEastM - prior.alongM, -prior.biasNorthM, 1, 0, 0);
    }

    assertThat(known.delayS).isCloseTo(0.5, within(0.1));
  }

  @Test
  void aSingleWildPositionMovesLittle() {
    begin(0);
    for (int second = 1; second <= 10; second++) {
      see(SPEED_MPS, 0, 10.0 * second, 0);
    }
    see(SPEED_MPS, 0, 110 + 24, 18);

    assertThat(known.alongM).isCloseTo(110, within(8.0));
    assertThat(cost).isBetween(15.0, 60.0);
  }

  @Test
  void whereItCannotBeIsErrorOfItsPositions() {
    begin(0);
    for (int second = 1; second <= 10; second++) {
      see(SPEED_MPS, 0, 10.0 * second, 0);
    }
    double biasEastM = known.biasEastM;

    double free = known.keepWithin(0, 150);
    double held = known.keepWithin(0, 96);

    assertThat(free).isZero();
    assertThat(held).isPositive();
    assertThat(known.alongM).isEqualTo(96);
    assertThat(known.biasEastM - biasEastM).isCloseTo(4, within(1.0));
  }
}
