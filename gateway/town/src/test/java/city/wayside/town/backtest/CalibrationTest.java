package city.wayside.town.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  @Test
  void theTruthIsWithinTheIntervalOrNot() {
    // One standard error is 10 vehicles an hour: off by 1.9, 1.9, 2 and 5 of them.
    Calibration calibration =
        Calibration.of(
            List.of(
                run(window(20, 100, 119), window(20, 100, 81), window(20, 100, 120)),
                run(window(20, 100, 150), window(3, 100, 999))),
            vehicles -> vehicles >= 10);

    assertThat(calibration.count()).isEqualTo(4);
    assertThat(calibration.withinPercent(Calibration.SPAN)).isEqualTo(50);
    assertThat(calibration.quantile(0)).isCloseTo(-1.9, within(1e-9));
    assertThat(calibration.quantile(1)).isCloseTo(5, within(1e-9));
  }

  @Test
  void windowsWithoutFlowSayNothing() {
    Comparison.Window missing =
        new Comparison.Window(50, window(20, 100, 0).truth(), null, null, null);

    assertThat(Calibration.of(List.of(run(missing)), _ -> true).count()).isZero();
    assertThat(Calibration.words(List.of(run(missing))).getLast()).contains("20 to 49 none");
  }

  @Test
  void everyNumberOfVehiclesIsInOneClass() {
    assertThat(IntStream.range(1, 1000))
        .allSatisfy(vehicles ->
            assertThat(Volume.ALL).filteredOn(volume -> volume.has(vehicles)).hasSize(1));
  }

  private static Comparison run(Comparison.Window... windows) {
    return new Comparison(0.5, 1, false, List.of(windows));
  }

  private static Comparison.Window window(int vehicles, double truthVph, double foundVph) {
    return new Comparison.Window(
        50,
        new TrafficRow(0, "a", truthVph, 1, 1, vehicles, 0, 0),
        new TrafficRow(0, "a", foundVph, 1, 1, vehicles, 0, 0, 10),
        null,
        null);
  }
}
