package city.wayside.town.backtest;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How far results are from the truth, over the segment windows that enough vehicles used.
///
/// @param compared segment windows with enough vehicles in the truth
/// @param covered those of them for which there is a result
/// @param speed error of the space-mean speed
/// @param flow error of the flow
/// @param density error of the density
public record ErrorTable(
    int compared, int covered, Percentages speed, Percentages flow, Percentages density) {

  /// Segment windows with fewer vehicles in the truth are left out: there, one vehicle decides.
  public static final int VEHICLES_MIN = 10;

  /// Compares results with the truth.
  public static ErrorTable of(List<TrafficRow> results, List<TrafficRow> truth) {
    Map<TrafficRow.Key, TrafficRow> byKey = new HashMap<>();
    results.forEach(row -> byKey.put(row.key(), row));
    List<TrafficRow> wanted = truth.stream().filter(row -> row.vehicles() >= VEHICLES_MIN).toList();
    List<TrafficRow> met = wanted.stream().filter(row -> byKey.containsKey(row.key())).toList();
    return new ErrorTable(
        wanted.size(),
        met.size(),
        errors(met, byKey, Figure.SPEED),
        errors(met, byKey, Figure.FLOW),
        errors(met, byKey, Figure.DENSITY));
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

  private static String line(String name, Percentages errors) {
    return String.format(
        Locale.ROOT, "%-20s %8.2f %8.2f %8.2f", name, errors.median(), errors.mean(), errors.p90());
  }

  private static Percentages errors(
      List<TrafficRow> met, Map<TrafficRow.Key, TrafficRow> results, Figure figure) {
    return Percentages.of(
        met.stream()
            .mapToDouble(row -> figure.errorPercent(results.getOrDefault(row.key(), row), row))
            .filter(error -> !Double.isNaN(error))
            .toArray());
  }
}
