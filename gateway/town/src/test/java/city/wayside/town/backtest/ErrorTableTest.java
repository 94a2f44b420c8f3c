package city.wayside.town.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorTableTest {

  @Test
  void errorsAreSharesOfTheTruthOverWindowsWithEnoughVehicles() {
    List<TrafficRow> truth =
        List.of(
            row(0, "a", 100, 10, 10, 10),
            row(0, "b", 200, 20, 20, 12),
            row(0, "few", 50, 5, 5, 9),
            row(60, "missing", 100, 10, 10, 30));
    List<TrafficRow> results =
        List.of(
            row(0, "a", 110, 10, 8, 10), row(0, "b", 200, 22, 20, 12), row(0, "few", 1, 1, 1, 9));

    ErrorTable table = ErrorTable.of(results, truth);

    assertThat(table.lines())
        .containsExactly(
            "compared 3 segment windows with 10 vehicles or more; covered 2 (66.7 %)",
            "absolute error in %    median     mean      p90",
            "speed                   10.00    10.00    18.00",
            "flow                     5.00     5.00     9.00",
            "density                  5.00     5.00     9.00");
  }

  @Test
  void nothingComparedIsNoError() {
    assertThat(ErrorTable.of(List.of(), List.of()).speed().mean()).isNaN();
  }

  private static TrafficRow row(
      long startS, String id, double flow, double density, double speed, int vehicles) {
    return new TrafficRow(startS, id, flow, density, speed, vehicles, 0, 0);
  }
}
