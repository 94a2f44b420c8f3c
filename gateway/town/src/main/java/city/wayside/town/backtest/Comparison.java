package city.wayside.town.backtest;

import city.wayside.road.network.RoadNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The segment windows of the truth, each beside what a run found for it.
///
/// @param share the share of the stations that took part
/// @param seed which of them
/// @param hasLimits whether a perfect assignment was made as well
/// @param windows all windows of the truth
public record Comparison(double share, long seed, boolean hasLimits, List<Window> windows) {

  /// One segment window of the truth.
  ///
  /// @param lengthM length of the segment
  /// @param truth what truly was
  /// @param ours what was found; absent where nothing was
  /// @param cut what a perfect assignment gives with way cut at borders
  /// @param whole what it gives as the plain sum over rows
  public record Window(
      double lengthM,
      TrafficRow truth,
      @Nullable TrafficRow ours,
      @Nullable TrafficRow cut,
      @Nullable TrafficRow whole) {}

  /// Errors of one figure in percent of the truth, over windows for which everything that is
  /// compared has a value.
  ///
  /// @param ours errors of what was found
  /// @param cut errors of the perfect assignment, way cut at borders
  /// @param whole the same as a plain sum over rows
  public record Errors(Percentages ours, Percentages cut, Percentages whole) {}

  /// Compares one run with the truth; segments that the network does not have are left out.
  public static Comparison of(
      RoadNetwork network, StationSample sample, BacktestResult result, List<TrafficRow> truth) {
    Map<TrafficRow.Key, TrafficRow> ours = byKey(result.rows());
    Limits limits = result.limits();
    Map<TrafficRow.Key, TrafficRow> cut = limits == null ? Map.of() : byKey(limits.cut());
    Map<TrafficRow.Key, TrafficRow> whole = limits == null ? Map.of() : byKey(limits.whole());
    List<Window> windows = new ArrayList<>(truth.size());
    for (TrafficRow row : truth) {
      int segment = network.indexOf(row.segmentId());
      if (segment >= 0) {
        windows.add(
            new Window(
                network.lengthM(segment),
                row,
                ours.get(row.key()),
                cut.get(row.key()),
                whole.get(row.key())));
      }
    }
    return new Comparison(sample.share(), sample.seed(), limits != null, windows);
  }

  private static Map<TrafficRow.Key, TrafficRow> byKey(List<TrafficRow> rows) {
    Map<TrafficRow.Key, TrafficRow> byKey = new HashMap<>(2 * rows.size());
    rows.forEach(row -> byKey.put(row.key(), row));
    return byKey;
  }

  /// The runs of each share, in the order in which the shares first come.
  public static Map<Double, List<Comparison>> byShare(List<Comparison> runs) {
    return runs.stream()
        .collect(Collectors.groupingBy(Comparison::share, LinkedHashMap::new, Collectors.toList()));
  }

  /// The windows of a selection.
  public List<Window> of(Selection selection) {
    return windows.stream()
        .filter(window -> selection.has(window.lengthM, window.truth.vehicles()))
        .toList();
  }

  /// For what share of the windows of a selection anything was found, in percent.
  public double coveredPercent(Selection selection) {
    return coveredPercent(selection, Window::ours);
  }

  /// The same of the perfect assignment.
  public double limitCoveredPercent(Selection selection) {
    return coveredPercent(selection, Window::cut);
  }

  private double coveredPercent(Selection selection, Function<Window, @Nullable TrafficRow> found) {
    List<Window> wanted = of(selection);
    long covered = wanted.stream().filter(window -> found.apply(window) != null).count();
    return wanted.isEmpty() ? Double.NaN : 100.0 * covered / wanted.size();
  }

  /// The errors of a figure over the windows of a selection.
  public Errors errors(Selection selection, Figure figure) {
    double[] ours = new double[windows.size()];
    double[] cut = new double[windows.size()];
    double[] whole = new double[windows.size()];
    int count = 0;
    for (Window window : of(selection)) {
      ours[count] = errorPercent(figure, window.ours, window.truth);
      cut[count] = errorPercent(figure, window.cut, window.truth);
      whole[count] = errorPercent(figure, window.whole, window.truth);
      boolean isComplete =
          !Double.isNaN(ours[count]) && (!hasLimits || !Double.isNaN(cut[count] + whole[count]));
      count += isComplete ? 1 : 0;
    }
    return new Errors(
        Percentages.of(Arrays.copyOf(ours, count)),
        Percentages.of(Arrays.copyOf(cut, count)),
        Percentages.of(Arrays.copyOf(whole, count)));
  }

  private static double errorPercent(Figure figure, @Nullable TrafficRow row, TrafficRow truth) {
    return row == null ? Double.NaN : figure.errorPercent(row, truth);
  }
}
