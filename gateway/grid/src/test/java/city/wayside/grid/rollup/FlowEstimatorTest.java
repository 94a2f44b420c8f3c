package city.wayside.grid.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import city.wayside.model.traffic.FlowEstimate;
import city.wayside.model.traffic.Penetration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlowEstimatorTest {

  private static final double LENGTH_M = 120;
  private static final long WINDOW_MS = 300_000;
  private static final double CONFIDENT_ERRORS = 1.96;

  private final FlowEstimator estimator = new FlowEstimator();
  private final FlowEstimator exact = new FlowEstimator(new FlowConfig(0, 0));

  private FlowEstimate passing(FlowEstimator by, int vehicles, Penetration penetration) {
    double distanceM = vehicles * LENGTH_M;
    return by.estimate(distanceM, distanceM / 10, vehicles, LENGTH_M, WINDOW_MS, penetration);
  }

  @Test
  void theFlowIsThatOfTheReportingVehiclesOverTheirShare() {
    FlowEstimate flow = passing(estimator, 6, new Penetration(0.2, 0));

    // 6 in five minutes are 72 in an hour, and 360 with those that do not report.
    assertThat(flow.flowVph()).isCloseTo(360, within(1e-9));
    assertThat(flow.penetration()).isEqualTo(0.2);
  }

  @Test
  void theErrorOfPassingVehiclesIsThatOfACountOneLarger() {
    FlowEstimate flow = passing(exact, 8, new Penetration(0.1, 0));

    // (8 + 1) x 0.9 / 0.01 = 810 vehicles squared in five minutes, 12 of which make an hour.
    assertThat(flow.stdErrVph()).isCloseTo(12 * Math.sqrt(810), within(1e-9));
  }

  @Test
  void whenAllReportOnlyTheMethodIsInError() {
    Penetration all = new Penetration(1, 0);

    assertThat(passing(exact, 50, all).stdErrVph()).isZero();
    FlowEstimate flow = passing(estimator, 50, all);
    // 0.03 x 50 passes, and 2 x 600 s / 300 s = 4 vehicles that are cut 5 m of 120 m wrongly.
    double variance = 1.5 + 4 * (5 / 120.0) * (5 / 120.0);
    assertThat(flow.stdErrVph()).isCloseTo(12 * Math.sqrt(variance), within(1e-9));
  }

  @Test
  void anUncertainPenetrationMakesTheFlowAsUncertain() {
    FlowEstimate flow = passing(exact, 1000, new Penetration(1, 0.25));

    assertThat(flow.stdErrVph() / flow.flowVph()).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void aVehicleThatStandsDoesNotProveThatNobodyDrives() {
    FlowEstimate flow = exact.estimate(0, 300, 1, LENGTH_M, WINDOW_MS, new Penetration(0.1, 0));

    assertThat(flow.flowVph()).isZero();
    // One that is cut anywhere: a third of the square of a pass; x 0.9 / 0.01, in an hour.
    assertThat(flow.stdErrVph()).isCloseTo(12 * Math.sqrt(30), within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    // mean of the distances over the length, mean square over the length's square
    "0, 0",
    "0.25, 0.08333333333",
    "0.5, 0.33333333333",
    "0.75, 0.66666666667",
    "1, 1",
    "2, 4"
  })
  void theMeanTellsTheMeanSquare(double mean, double meanSquare) {
    assertThat(FlowEstimator.meanSquareM2(mean * LENGTH_M, LENGTH_M))
        .isCloseTo(meanSquare * LENGTH_M * LENGTH_M, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.1, 0.3, 0.6})
  void theIntervalHoldsTheTruthInAboutNineteenOfTwentyWindows(double share) {
    Random random = new Random(4711);
    Penetration penetration = new Penetration(share, 0);
    int windows = 0;
    int held = 0;
    for (int i = 0; i < 20_000; i++) {
      Window window = Window.drawn(random, 10 + random.nextInt(190), share);
      if (window.vehicles > 0) {
        FlowEstimate flow =
            exact.estimate(
                window.seenM, window.seenM / 5, window.vehicles, LENGTH_M, WINDOW_MS, penetration);
        windows++;
        held += isWithin(flow, window.allM) ? 1 : 0;
      }
    }
    assertThat(held / (double) windows).isBetween(0.94, 0.975);
  }

  @Test
  void andSoItIsWhenThePenetrationIsAGuess() {
    Random random = new Random(4712);
    int held = 0;
    for (int i = 0; i < 10_000; i++) {
      double guess = 0.2 + 0.04 * random.nextGaussian();
      Window window = Window.drawn(random, 100, 0.2);
      Penetration penetration = new Penetration(Math.clamp(guess, 0.01, 1), 0.04);
      FlowEstimate flow =
          exact.estimate(
              window.seenM, 60, Math.max(1, window.vehicles), LENGTH_M, WINDOW_MS, penetration);
      held += isWithin(flow, window.allM) ? 1 : 0;
    }
    assertThat(held / 10_000.0).isBetween(0.92, 0.98);
  }

  private static boolean isWithin(FlowEstimate flow, double allM) {
    double trueVph = allM / LENGTH_M * 12;
    return Math.abs(flow.flowVph() - trueVph) <= CONFIDENT_ERRORS * flow.stdErrVph();
  }

  /// A window of vehicles, a tenth of which its borders cut, seen by those that report.
  private record Window(double allM, double seenM, int vehicles) {
    static Window drawn(Random random, int vehicles, double share) {
      double allM = 0;
      double seenM = 0;
      int seen = 0;
      for (int vehicle = 0; vehicle < vehicles; vehicle++) {
        double distanceM = random.nextInt(10) == 0 ? LENGTH_M * random.nextDouble() : LENGTH_M;
        allM += distanceM;
        if (random.nextDouble() < share) {
          seenM += distanceM;
          seen++;
        }
      }
      return new Window(allM, seenM, seen);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1.01, 0", "NaN, 0", "0.5, -0.1", "0.5, NaN", "0.5, Infinity"})
  void whatIsNoShareIsRefused(double share, double stdErr) {
    assertThatThrownBy(() -> new Penetration(share, stdErr))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("allowed is");
  }
}
