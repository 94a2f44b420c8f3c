package city.wayside.kit.fake;

import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Readings;
import city.wayside.model.telemetry.Telemetry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;

/// Telemetry that remembers, and can be read.
public final class RecordingTelemetry implements Telemetry, Readings {

  private record Key(Metric metric, String labelValue) {}

  private final Map<Key, LongAdder> counters = new ConcurrentHashMap<>();
  private final Map<Key, DoubleSupplier> gauges = new ConcurrentHashMap<>();
  private final Map<Metric, ConcurrentLinkedQueue<Double>> histograms = new ConcurrentHashMap<>();

  @Override
  public Counter counter(Metric metric, String labelValue) {
    LongAdder adder = counters.computeIfAbsent(new Key(metric, labelValue), _ -> new LongAdder());
    return adder::add;
  }

  @Override
  public Histogram histogram(Metric metric) {
    ConcurrentLinkedQueue<Double> values =
        histograms.computeIfAbsent(metric, _ -> new ConcurrentLinkedQueue<>());
    return values::add;
  }

  @Override
  public void gauge(Metric metric, String labelValue, DoubleSupplier reading) {
    gauges.put(new Key(metric, labelValue), reading);
  }

  @Override
  public Span span(String name) {
    return Telemetry.none().span(name);
  }

  /// What a counter without label says, 0 when nothing was counted.
  public long count(Metric metric) {
    return count(metric, "");
  }

  /// What a counter says, 0 when nothing was counted.
  public long count(Metric metric, String labelValue) {
    LongAdder adder = counters.get(new Key(metric, labelValue));
    return adder == null ? 0 : adder.sum();
  }

  /// Every value of a histogram, oldest first.
  public List<Double> values(Metric metric) {
    ConcurrentLinkedQueue<Double> values = histograms.get(metric);
    return values == null ? List.of() : List.copyOf(values);
  }

  @Override
  public Map<String, Double> read(Metric metric) {
    Map<String, Double> byLabel = new HashMap<>();
    counters.forEach((key, adder) -> {
      if (key.metric() == metric && adder.sum() != 0) {
        byLabel.put(key.labelValue(), (double) adder.sum());
      }
    });
    gauges.forEach((key, reading) -> {
      if (key.metric() == metric) {
        byLabel.put(key.labelValue(), reading.getAsDouble());
      }
    });
    return byLabel;
  }
}
