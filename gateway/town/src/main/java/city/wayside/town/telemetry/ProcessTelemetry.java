package city.wayside.town.telemetry;

import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Readings;
import city.wayside.model.telemetry.Telemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.prometheus.PrometheusMetricReader;
import io.opentelemetry.instrumentation.runtimetelemetry.RuntimeTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.SdkMeterProviderBuilder;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;

/// The telemetry of one process, by OpenTelemetry. Nothing of it is global.
public final class ProcessTelemetry implements Telemetry, Readings, AutoCloseable {

  /// The content type of [#prometheusText].
  public static final String PROMETHEUS_CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private static final String SCOPE = "city.wayside";
  private static final long CLOSE_TIMEOUT_MS = 2_000;

  private final Instruments instruments = new Instruments();
  private final PrometheusMetricReader reader =
      PrometheusMetricReader.builder()
          .setOtelScopeLabelsEnabled(false)
          .setTargetInfoMetricEnabled(false)
          .build();
  private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
  private final OpenTelemetrySdk sdk;
  private final OpenTelemetryMeters meters;
  private final Tracer tracer;
  private final AutoCloseable jvm;

  /// Starts measuring.
  ///
  /// @param version the program's version, which exports carry
  public ProcessTelemetry(TelemetryConfig config, String version) {
    Resource resource =
        Resource.getDefault()
            .merge(
                Resource.create(
                    Attributes.of(
                        AttributeKey.stringKey("service.name"),
                        "wayside",
                        AttributeKey.stringKey("service.version"),
                        version)));
    SdkMeterProviderBuilder metrics =
        SdkMeterProvider.builder().setResource(resource).registerMetricReader(reader);
    SdkTracerProviderBuilder traces = SdkTracerProvider.builder().setResource(resource);
    String endpoint = config.otlpEndpoint();
    if (endpoint == null) {
      traces.setSampler(Sampler.alwaysOff());
    } else {
      String base = endpoint.replaceFirst("/+$", "");
      metrics.registerMetricReader(
          PeriodicMetricReader.builder(
                  OtlpHttpMetricExporter.builder().setEndpoint(base + "/v1/metrics").build())
              .setInterval(Duration.ofSeconds(config.otlpIntervalS()))
              .build());
      traces
          .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(config.traceSamplingRatio())))
          .addSpanProcessor(
              BatchSpanProcessor.builder(
                      OtlpHttpSpanExporter.builder().setEndpoint(base + "/v1/traces").build())
                  .build());
    }
    sdk =
        OpenTelemetrySdk.builder()
            .setMeterProvider(metrics.build())
            .setTracerProvider(traces.build())
            .build();
    meters = new OpenTelemetryMeters(sdk.getMeter(SCOPE), instruments);
    tracer = sdk.getTracer(SCOPE);
    jvm = config.jvm() ? RuntimeTelemetry.create(sdk) : () -> {};
  }

  @Override
  public Counter counter(Metric metric, String labelValue) {
    LongAdder adder = instruments.counter(metric, labelValue);
    return adder::add;
  }

  @Override
  public Histogram histogram(Metric metric) {
    DoubleHistogram histogram = meters.histogram(metric);
    return histogram::record;
  }

  @Override
  public void gauge(Metric metric, String labelValue, DoubleSupplier reading) {
    instruments.gauge(metric, labelValue, reading);
  }

  @Override
  public Span span(String name) {
    return new RecordedSpan(tracer.spanBuilder(name).startSpan());
  }

  @Override
  public Map<String, Double> read(Metric metric) {
    return instruments.read(metric);
  }

  /// All metrics in Prometheus' text format 0.0.4. May block while gauges are read.
  public String prometheusText() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(16_384);
    try {
      writer.write(out, reader.collect());
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /// Sends what is still to be sent, within a bound, and stops.
  @Override
  public void close() {
    try {
      jvm.close();
    } catch (Exception e) {
      throw new IllegalStateException("the JVM's measurements could not be stopped", e);
    } finally {
      sdk.shutdown().join(CLOSE_TIMEOUT_MS, TimeUnit.MILLISECONDS);
    }
  }
}
