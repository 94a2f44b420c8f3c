package city.wayside.town.telemetry;

import city.wayside.model.config.Setting;
import org.jspecify.annotations.Nullable;

/// What is measured about the processes and where it goes; `/metrics` is always there.
///
/// @param otlpEndpoint where metrics and traces are sent, or absent
/// @param otlpIntervalS how often metrics are sent
/// @param traceSamplingRatio share of traces that are recorded
/// @param jvm whether the Java virtual machine is measured, too
public record TelemetryConfig(
    @Setting(
            "Base URL of an OpenTelemetry collector (OTLP over HTTP), such as"
                + " `http://collector:4318`; metrics and traces are sent there. Nothing is sent"
                + " when it is not set.")
        @Nullable String otlpEndpoint,
    @Setting(
            value = "How often metrics are sent to the collector, in seconds.",
            otherwise = "15",
            min = 1,
            max = 3600)
        int otlpIntervalS,
    @Setting(
            value = "Share of traces that are recorded and sent to the collector.",
            otherwise = "0.01",
            min = 0,
            max = 1)
        double traceSamplingRatio,
    @Setting(
            value = "Whether memory, garbage collection and threads of the JVM are measured.",
            otherwise = "true")
        boolean jvm) {

  /// Refuses an endpoint that is no URL.
  public TelemetryConfig {
    if (otlpEndpoint != null
        && !otlpEndpoint.startsWith("http://")
        && !otlpEndpoint.startsWith("https://")) {
      throw new IllegalArgumentException(
          "otlpEndpoint \"" + otlpEndpoint + "\" does not begin with http:// or https://");
    }
  }
}
