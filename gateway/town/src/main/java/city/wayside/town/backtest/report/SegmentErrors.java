package city.wayside.town.backtest.report;

import city.wayside.town.backtest.Comparison;
import city.wayside.town.backtest.Figure;
import city.wayside.town.backtest.Percentages;
import city.wayside.town.backtest.Selection;
import city.wayside.town.backtest.TrafficRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The errors of one segment over all windows that enough vehicles used.
///
/// @param segmentId the segment
/// @param lengthM its length
/// @param windows its windows for which anything was found
/// @param medians median error of each figure in percent
record SegmentErrors(
    String segmentId,
    double lengthM,
    List<Comparison.Window> windows,
    Map<Figure, Double> medians) {

  /// Of a run, one for each segment with a window.
  static Map<String, SegmentErrors> of(Comparison run) {
    Map<String, List<Comparison.Window>> bySegment = new LinkedHashMap<>();
    for (Comparison.Window window : run.of(Selection.TEN_VEHICLES)) {
      if (window.ours() != null) {
        bySegment.computeIfAbsent(window.truth().segmentId(), _ -> new ArrayList<>()).add(window);
      }
    }
    Map<String, SegmentErrors> errors = new LinkedHashMap<>();
    bySegment.forEach((id, windows) -> {
      Map<Figure, Double> medians = new EnumMap<>(Figure.class);
      for (Figure figure : Figure.values()) {
        medians.put(figure, median(figure, windows));
      }
      errors.put(id, new SegmentErrors(id, windows.getFirst().lengthM(), windows, medians));
    });
    return errors;
  }

  private static double median(Figure figure, List<Comparison.Window> windows) {
    return Percentages.of(
            windows.stream()
                .mapToDouble(window -> error(figure, window))
                .filter(Double::isFinite)
                .toArray())
        .median();
  }

  private static double error(Figure figure, Comparison.Window window) {
    TrafficRow ours = window.ours();
    return ours == null ? Double.NaN : figure.errorPercent(ours, window.truth());
  }

  /// Median error of a figure in percent; `NaN` where there is none.
  double median(Figure figure) {
    return medians.getOrDefault(figure, Double.NaN);
  }

  /// The worst of all three figures, in percent.
  double worst() {
    return medians.values().stream()
        .filter(Double::isFinite)
        .max(Comparator.naturalOrder())
        .orElse(Double.NaN);
  }

  /// Vehicles in the truth, over all windows.
  int vehicles() {
    return windows.stream().mapToInt(window -> window.truth().vehicles()).sum();
  }
}
