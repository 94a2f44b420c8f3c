package city.wayside.town.telemetry;

import city.wayside.model.telemetry.Metric;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Declares every metric at OpenTelemetry: counters and gauges as callbacks over [Instruments],
/// histograms as its own.
final class OpenTelemetryMeters {

  /// From half a millisecond to ten seconds.
  private static final List<Double> BUCKETS_S =
      List.of(0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0);

  /// From one thing to fifty thousand.
  private static final List<Double> BUCKETS_COUNT =
      List.of(1.0, 5.0, 10.0, 50.0, 100.0, 500.0, 1000.0, 5000.0, 10_000.0, 50_000.0);

  private final Map<Metric, DoubleHistogram> histograms = new EnumMap<>(Metric.class);

  OpenTelemetryMeters(Meter meter, Instruments instruments) {
    for (Metric metric : Metric.values()) {
      declare(meter, metric, instruments);
    }
  }

  /// The histogram of a metric.
  DoubleHistogram histogram(Metric metric) {
    Instruments.require(metric, Metric.Kind.HISTOGRAM);
    DoubleHistogram histogram = histograms.get(metric);
    if (histogram == null) {
      throw new IllegalStateException("no histogram for " + metric);
    }
    return histogram;
  }

  private void declare(Meter meter, Metric metric, Instruments instruments) {
    Map<String, Attributes> attributes = new ConcurrentHashMap<>();
    switch (metric.kind()) {
      case COUNTER ->
          meter
              .counterBuilder(metric.key())
              .setUnit(metric.unit())
              .setDescription(metric.sentence())
              .buildWithCallback(observed ->
                  instruments
                      .read(metric)
                      .forEach((value, sum) ->
                          observed.record(sum.longValue(), labelled(attributes, metric, value))));
      case GAUGE ->
          meter
              .gaugeBuilder(metric.key())
              .setUnit(metric.unit())
              .setDescription(metric.sentence())
              .buildWithCallback(observed ->
                  instruments
                      .read(metric)
                      .forEach((value, number) ->
                          observed.record(number, labelled(attributes, metric, value))));
      case HISTOGRAM ->
          histograms.put(
              metric,
              meter
                  .histogramBuilder(metric.key())
                  .setUnit(metric.unit())
                  .setDescription(metric.sentence())
                  .setExplicitBucketBoundariesAdvice(
                      metric.unit().equals("s") ? BUCKETS_S : BUCKETS_COUNT)
                  .build());
    }
  }

  private static Attributes labelled(
      Map<String, Attributes> known, Metric metric, String labelValue) {
    if (metric.label().isEmpty()) {
      return Attributes.empty();
    }
    return known.computeIfAbsent(
        labelValue, value -> Attributes.of(AttributeKey.stringKey(metric.label()), value));
  }
}
