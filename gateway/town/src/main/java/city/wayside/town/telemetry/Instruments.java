package city.wayside.town.telemetry;

import city.wayside.model.telemetry.Metric;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;

/// The counters and gauges of this process by metric and label value. Adding is one `LongAdder`;
/// whoever exports or displays them reads them here.
final class Instruments {

  /// Label values of one metric; all further ones are counted together as [#OTHER].
  static final int LABEL_VALUES_MAX = 100;

  /// The label value that stands for all that were too many.
  static final String OTHER = "other";

  private final Map<Metric, Map<String, LongAdder>> counters = new EnumMap<>(Metric.class);
  private final Map<Metric, Map<String, DoubleSupplier>> gauges = new EnumMap<>(Metric.class);

  Instruments() {
    for (Metric metric : Metric.values()) {
      counters.put(metric, new ConcurrentHashMap<>());
      gauges.put(metric, new ConcurrentHashMap<>());
    }
  }

  /// The adder of a counter.
  LongAdder counter(Metric metric, String labelValue) {
    require(metric, Metric.Kind.COUNTER);
    Map<String, LongAdder> adders = of(counters, metric);
    return adders.computeIfAbsent(bounded(adders, labelValue), _ -> new LongAdder());
  }

  /// Has a gauge read from a supplier, which replaces the one before.
  void gauge(Metric metric, String labelValue, DoubleSupplier reading) {
    require(metric, Metric.Kind.GAUGE);
    Map<String, DoubleSupplier> readings = of(gauges, metric);
    readings.put(bounded(readings, labelValue), reading);
  }

  /// What a counter or gauge says now, by label value; a gauge whose supplier fails or has no
  /// number is left out.
  Map<String, Double> read(Metric metric) {
    Map<String, Double> values = new TreeMap<>();
    of(counters, metric).forEach((value, adder) -> values.put(value, (double) adder.sum()));
    of(gauges, metric)
        .forEach((value, reading) -> {
          double number = number(reading);
          if (!Double.isNaN(number)) {
            values.put(value, number);
          }
        });
    return values;
  }

  static void require(Metric metric, Metric.Kind kind) {
    if (metric.kind() != kind) {
      throw new IllegalArgumentException(metric + " is a " + metric.kind() + ", not a " + kind);
    }
  }

  // A status display must not fail because a module that closes cannot answer any more.
  private static double number(DoubleSupplier reading) {
    try {
      return reading.getAsDouble();
    } catch (RuntimeException _) {
      return Double.NaN;
    }
  }

  private static String bounded(Map<String, ?> values, String labelValue) {
    return values.size() < LABEL_VALUES_MAX || values.containsKey(labelValue) ? labelValue : OTHER;
  }

  private static <T> Map<String, T> of(Map<Metric, Map<String, T>> all, Metric metric) {
    Map<String, T> values = all.get(metric);
    if (values == null) {
      throw new IllegalStateException("no room for " + metric);
    }
    return values;
  }
}
