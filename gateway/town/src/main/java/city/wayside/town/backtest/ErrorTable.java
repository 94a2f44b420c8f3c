package city.wayside.town.backtest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// How far results are from the truth, over the segment windows that enough vehicles used.
///
/// @param compared segment windows with enough vehicles in the truth
/// @param covered those of them for which there is a result
/// @param speed error of the space-mean speed
/// @param flow error of the flow
/// @param density error of the density
public record ErrorTable(
    int compared, int covered, Quantity speed, Quantity flow, Quantity density) {

  /// Segment windows with fewer vehicles in the truth are left out: there, one vehicle decides.
  public static final int VEHICLES_MIN = 10;

  /// Absolute percentage errors of one quantity; `NaN` when nothing was compared.
  ///
  /// @param medianPercent half of the errors are at most this
  /// @param meanPercent the mean of the errors
  /// @param p90Percent 90 % of the errors are at most this
  public record Quantity(double medianPercent, double meanPercent, double p90Percent) {

    private static Quantity of(double[] errors) {
      if (errors.length == 0) {
        return new Quantity(Double.NaN, Double.NaN, Double.NaN);
      }
      double[] ordered = errors.clone();
      Arrays.sort(ordered);
      return new Quantity(
          percentile(ordered, 0.5),
          Arrays.stream(ordered).average().orElse(Double.NaN),
          percentile(ordered, 0.9));
    }

    /// Linear between the two nearest ranks.
    private static double percentile(double[] ordered, double share) {
      double rank = share * (ordered.length - 1);
      int below = (int) rank;
      int above = Math.min(below + 1, ordered.length - 1);
      return ordered[below] + (rank - below) * (ordered[above] - ordered[below]);
    }
  }

  /// Compares results with the truth.
  public static ErrorTable of(List<TrafficRow> results, List<TrafficRow> truth) {
    Map<TrafficRow.Key, TrafficRow> byKey = new HashMap<>();
    results.forEach(row -> byKey.put(row.key(), row));
    List<TrafficRow> wanted = truth.stream().filter(row -> row.vehicles() >= VEHICLES_MIN).toList();
    List<TrafficRow> met = wanted.stream().filter(row -> byKey.containsKey(row.key())).toList();
    return new ErrorTable(
        wanted.size(),
        met.size(),
        quantity(met, byKey, TrafficRow::speedMps),
        quantity(met, byKey, TrafficRow::flowVph),
        quantity(met, byKey, TrafficRow::densityVpkm));
  }

  /// The table for people.
  public List<String> lines() {
    return List.of(
        String.format(
            Locale.ROOT,
            "compared %d segment windows with %d vehicles or more; covered %d (%.1f %%)",
            compared,
            VEHICLES_MIN,
            covered,
            compared == 0 ? Double.NaN : 100.0 * covered / compared),
        "absolute error in %    median     mean      p90",
        line("speed", speed),
        line("flow", flow),
        line("density", density));
  }

  private static String line(String name, Quantity quantity) {
    return String.format(
        Locale.ROOT,
        "%-20s %8.2f %8.2f %8.2f",
        name,
        quantity.medianPercent(),
        quantity.meanPercent(),
        quantity.p90Percent());
  }

  private static Quantity quantity(
      List<TrafficRow> met,
      Map<TrafficRow.Key, TrafficRow> results,
      ToDoubleFunction<TrafficRow> figure) {
    return Quantity.of(
        met.stream()
            .filter(row -> figure.applyAsDouble(row) > 0)
            .mapToDouble(row -> error(figure, results.get(row.key()), row))
            .filter(error -> !Double.isNaN(error))
            .toArray());
  }

  private static double error(
      ToDoubleFunction<TrafficRow> figure,
      @org.jspecify.annotations.Nullable TrafficRow result,
      TrafficRow truth) {
    if (result == null) {
      return Double.NaN;
    }
    double actual = figure.applyAsDouble(truth);
    return 100 * Math.abs(figure.applyAsDouble(result) - actual) / actual;
  }
}
