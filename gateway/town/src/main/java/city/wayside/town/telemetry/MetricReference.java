package city.wayside.town.telemetry;

import city.wayside.model.telemetry.Metric;
import java.util.Locale;

/// Writes the reference of all metrics, `docs/METRICS.md`.
public final class MetricReference {

  private MetricReference() {}

  /// The reference of all metrics, in Markdown.
  public static String markdown() {
    StringBuilder out = new StringBuilder(8192);
    out.append(
        """
        # Metrics

        `GET /metrics` shows them in Prometheus' text format; with `telemetry.otlpEndpoint` they are
        also sent to an OpenTelemetry collector, under the OpenTelemetry names. Histograms are in
        Prometheus three series: `_bucket`, `_sum` and `_count`. The metrics of the Java virtual
        machine (`jvm_…`) are those of the OpenTelemetry semantic conventions.

        This page is generated from the program; do not edit it.

        | Prometheus | OpenTelemetry | kind | unit | label | meaning |
        |---|---|---|---|---|---|
        """);
    for (Metric metric : Metric.values()) {
      out.append("| `").append(PrometheusName.of(metric)).append("` | `").append(metric.key());
      out.append("` | ").append(metric.kind().name().toLowerCase(Locale.ROOT));
      out.append(" | ").append(metric.unit().replaceAll("[{}]", ""));
      out.append(" | ").append(metric.label().isEmpty() ? "" : "`" + metric.label() + "`");
      out.append(" | ").append(metric.sentence()).append(" |\n");
    }
    return out.toString();
  }
}
