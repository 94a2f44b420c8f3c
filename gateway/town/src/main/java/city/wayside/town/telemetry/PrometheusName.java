package city.wayside.town.telemetry;

import city.wayside.model.telemetry.Metric;

/// The name under which Prometheus sees a metric: dots become underscores, seconds are named, and
/// counters end in `_total` (OpenTelemetry specification, "Prometheus and OpenMetrics
/// compatibility").
final class PrometheusName {

  private PrometheusName() {}

  /// The metric's name in `/metrics`.
  static String of(Metric metric) {
    String name = metric.key().replace('.', '_');
    String unit = metric.unit().equals("s") ? "_seconds" : "";
    return name + unit + (metric.kind() == Metric.Kind.COUNTER ? "_total" : "");
  }
}
