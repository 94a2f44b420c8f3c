package city.wayside.town.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Telemetry;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProcessTelemetryTest {

  private final ProcessTelemetry telemetry =
      new ProcessTelemetry(new TelemetryConfig(null, 15, 0.01, false), "test");

  @AfterEach
  void close() {
    telemetry.close();
  }

  @Test
  void countersAreShownWithTheirLabelAndRead() {
    Telemetry.Counter cams = telemetry.counter(Metric.EDGE_MESSAGES_ADMITTED, "cam");
    cams.add(2);
    telemetry.counter(Metric.EDGE_MESSAGES_ADMITTED, "cam").add(3);
    telemetry.counter(Metric.EDGE_MESSAGES_ADMITTED, "probe").add(1);

    assertThat(telemetry.prometheusText())
        .contains(
            "# HELP wayside_edge_messages_admitted_total Messages that passed admission.\n",
            "# TYPE wayside_edge_messages_admitted_total counter\n",
            "wayside_edge_messages_admitted_total{type=\"cam\"} 5.0\n",
            "wayside_edge_messages_admitted_total{type=\"probe\"} 1.0\n");
    assertThat(telemetry.read(Metric.EDGE_MESSAGES_ADMITTED))
        .isEqualTo(Map.of("cam", 5.0, "probe", 1.0));
    assertThat(telemetry.total(Metric.EDGE_MESSAGES_ADMITTED)).isEqualTo(6);
    assertThat(telemetry.read(Metric.EDGE_MESSAGES_STORED)).isEmpty();
  }

  @Test
  void gaugesAreReadWhenAskedFor() {
    telemetry.gauge(Metric.ROLLUP_LAG, "", () -> 12.5);
    telemetry.gauge(Metric.FEED_LAG, "datex2", () -> Double.NaN);
    telemetry.gauge(
        Metric.FEED_LAG,
        "wzdx",
        () -> {
          throw new IllegalStateException("closed");
        });

    assertThat(telemetry.prometheusText())
        .contains("wayside_rollup_lag_seconds 12.5\n")
        .doesNotContain("feed_lag");
    assertThat(telemetry.read(Metric.ROLLUP_LAG)).isEqualTo(Map.of("", 12.5));
    assertThat(telemetry.read(Metric.FEED_LAG)).isEmpty();
  }

  @Test
  void histogramsHaveBucketsThatSuitTheirUnit() {
    telemetry.histogram(Metric.EDGE_UPLINK_LATENCY).record(0.004);
    telemetry.histogram(Metric.EDGE_UPLINK_BATCH).record(700);

    assertThat(telemetry.prometheusText())
        .contains(
            "wayside_edge_uplink_latency_seconds_bucket{le=\"0.0025\"} 0\n",
            "wayside_edge_uplink_latency_seconds_bucket{le=\"0.005\"} 1\n",
            "wayside_edge_uplink_latency_seconds_sum 0.004\n",
            "wayside_edge_uplink_batch_bucket{le=\"500.0\"} 0\n",
            "wayside_edge_uplink_batch_bucket{le=\"1000.0\"} 1\n");
  }

  @Test
  void everyMetricHasTheNameThatTheReferenceSays() {
    for (Metric metric : Metric.values()) {
      switch (metric.kind()) {
        case COUNTER -> telemetry.counter(metric, "x").add(1);
        case GAUGE -> telemetry.gauge(metric, "x", () -> 1);
        case HISTOGRAM -> telemetry.histogram(metric).record(1);
      }
    }

    String text = telemetry.prometheusText();
    for (Metric metric : Metric.values()) {
      String suffix = metric.kind() == Metric.Kind.HISTOGRAM ? "_count" : "";
      assertThat(text).containsPattern("(?m)^" + PrometheusName.of(metric) + suffix + "[ {]");
    }
    Pattern line = Pattern.compile("[a-z_]+(\\{[a-z]+=\"[^\"]+\"})? [0-9.E+Inf]+");
    text.lines()
        .filter(found -> !found.startsWith("#"))
        .forEach(found -> assertThat(found).matches(line));
  }

  @Test
  void tooManyLabelValuesAreCountedTogether() {
    for (int i = 0; i < 10 + Instruments.LABEL_VALUES_MAX; i++) {
      telemetry.counter(Metric.HTTP_REQUESTS, "v" + i).add(1);
    }

    assertThat(telemetry.read(Metric.HTTP_REQUESTS))
        .hasSize(Instruments.LABEL_VALUES_MAX + 1)
        .containsEntry(Instruments.OTHER, 10.0);
  }

  @Test
  void theKindOfAMetricIsRespected() {
    assertThatThrownBy(() -> telemetry.counter(Metric.ROLLUP_LAG, ""))
        .hasMessage("ROLLUP_LAG is a GAUGE, not a COUNTER");
    assertThatThrownBy(() -> telemetry.histogram(Metric.ROLLUP_LAG))
        .hasMessage("ROLLUP_LAG is a GAUGE, not a HISTOGRAM");
  }

  @Test
  void spansCostNothingWithoutACollector() {
    try (Telemetry.Span span = telemetry.span("roll-up")) {
      span.with("segments", 3).failed(new IllegalStateException("tried"));
    }
  }

  @Test
  void theJavaVirtualMachineIsMeasuredWhenAsked() {
    try (ProcessTelemetry withJvm =
        new ProcessTelemetry(new TelemetryConfig(null, 15, 0.01, true), "test")) {
      assertThat(withJvm.prometheusText()).contains("jvm_memory_used_bytes{", "jvm_thread_count{");
    }
  }
}
