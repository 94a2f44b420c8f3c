package city.wayside.model.telemetry;

import java.util.Map;

/// What the counters and gauges of this process say now; for status displays.
@FunctionalInterface
public interface Readings {

  /// The metric's value by label value; one entry with an empty key for a metric without label;
  /// empty when nothing was counted yet. Histograms are not read here.
  Map<String, Double> read(Metric metric);

  /// The sum over all label values, 0 when nothing was counted yet.
  default double total(Metric metric) {
    return read(metric).values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
