package city.wayside.model.telemetry;

import java.util.function.DoubleSupplier;

/// Telemetry that goes nowhere.
enum Silent implements Telemetry, Telemetry.Span {
  SILENT;

  @Override
  public Counter counter(Metric metric, String labelValue) {
    return count -> {};
  }

  @Override
  public Histogram histogram(Metric metric) {
    return value -> {};
  }

  @Override
  public void gauge(Metric metric, String labelValue, DoubleSupplier reading) {}

  @Override
  public Span span(String name) {
    return this;
  }

  @Override
  public Span with(String name, long value) {
    return this;
  }

  @Override
  public void failed(Throwable cause) {}

  @Override
  public void close() {}
}
