package city.wayside.server;

import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Readings;
import city.wayside.model.telemetry.Telemetry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;

/// Keeps what was counted, and can be told what to read.
final class FakeMetrics implements Telemetry, Readings {

  private final ConcurrentMap<String, LongAdder> counters = new ConcurrentHashMap<>();
  private final ConcurrentMap<Metric, DoubleSupplier> gauges = new ConcurrentHashMap<>();
  private final ConcurrentMap<Metric, Map<String, Double>> readings = new ConcurrentHashMap<>();

  void set(Metric metric, Map<String, Double> values) {
    readings.put(metric, values);
  }

  long count(Metric metric, String labelValue) {
    LongAdder adder = counters.get(metric + labelValue);
    return adder == null ? 0 : adder.sum();
  }

  double gauge(Metric metric) {
    DoubleSupplier reading = gauges.get(metric);
    return reading == null ? Double.NaN : reading.getAsDouble();
  }

  @Override
  public Map<String, Double> read(Metric metric) {
    return readings.getOrDefault(metric, Map.of());
  }

  @Override
  public Counter counter(Metric metric, String labelValue) {
    return counters.computeIfAbsent(metric + labelValue, key -> new LongAdder())::add;
  }

  @Override
  public Histogram histogram(Metric metric) {
    return value -> {};
  }

  @Override
  public void gauge(Metric metric, String labelValue, DoubleSupplier reading) {
    gauges.put(metric, reading);
  }

  @Override
  public Span span(String name) {
    return Telemetry.none().span(name);
  }
}
