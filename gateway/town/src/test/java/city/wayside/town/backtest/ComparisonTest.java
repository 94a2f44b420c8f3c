package city.wayside.town.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  @Test
  void errorsStandBesideThoseOfThePerfectAssignmentOfTheSameWindows() {
    Comparison comparison =
        comparison(
            1,
            window(80, 30, 100, 110.0, 105.0, 120.0),
            window(80, 30, 100, 130.0, 110.0, 110.0),
            window(80, 30, 100, 150.0, null, null),
            window(80, 30, 100, null, 100.0, 100.0));

    Comparison.Errors errors = comparison.errors(Selection.LONG_AND_BUSY, Figure.FLOW);

    assertThat(errors.ours().count()).isEqualTo(2);
    assertThat(errors.ours().mean()).isCloseTo(20, within(1e-9));
    assertThat(errors.cut().mean()).isCloseTo(7.5, within(1e-9));
    assertThat(errors.whole().mean()).isCloseTo(15, within(1e-9));
    assertThat(comparison.coveredPercent(Selection.LONG_AND_BUSY)).isEqualTo(75);
  }

  @Test
  void selectionsAskForLengthAndVehicles() {
    assertThat(Selection.LONG_AND_BUSY.has(50, 20)).isTrue();
    assertThat(Selection.LONG_AND_BUSY.has(49.9, 20)).isFalse();
    assertThat(Selection.LONG_AND_BUSY.has(50, 19)).isFalse();
    assertThat(Selection.NEARLY_ALL.has(3, 5)).isTrue();
    assertThat(Selection.TEN_VEHICLES.has(3, 9)).isFalse();
  }

  @Test
  void theTableAveragesSeedsAndTellsTheirSpread() {
    LimitTable.Line line =
        LimitTable.of(
                List.of(
                    comparison(1, window(80, 30, 100, 110.0, 110.0, 110.0)),
                    comparison(2, window(80, 30, 100, 130.0, 110.0, 110.0))))
            .stream()
            .filter(each -> each.selection() == Selection.LONG_AND_BUSY)
            .filter(each -> each.figure() == Figure.DENSITY)
            .findFirst()
            .orElseThrow();

    assertThat(line.meanPercent()).isCloseTo(20, within(1e-9));
    assertThat(line.meanPercentMin()).isCloseTo(10, within(1e-9));
    assertThat(line.meanPercentMax()).isCloseTo(30, within(1e-9));
    assertThat(line.meanRatio()).isCloseTo(2, within(1e-9));
  }

  private static Comparison comparison(long seed, Comparison.Window... windows) {
    return new Comparison(0.3, seed, true, List.of(windows));
  }

  private static Comparison.Window window(
      double lengthM,
      int vehicles,
      double truth,
      @Nullable Double ours,
      @Nullable Double cut,
      @Nullable Double whole) {
    return new Comparison.Window(
        lengthM, row(vehicles, truth), rowOrNone(ours), rowOrNone(cut), rowOrNone(whole));
  }

  private static @Nullable TrafficRow rowOrNone(@Nullable Double value) {
    return value == null ? null : row(5, value);
  }

  private static TrafficRow row(int vehicles, double value) {
    return new TrafficRow(0, "a", value, value, value, vehicles, 0, 0);
  }
}
