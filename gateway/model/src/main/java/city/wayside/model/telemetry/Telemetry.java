package city.wayside.model.telemetry;

import java.util.function.DoubleSupplier;

/// How every module counts, measures and traces without knowing the vendor behind it.
///
/// Ask for counters and histograms once and keep them: asking is slow, using them is a few
/// nanoseconds.
public interface Telemetry {

  /// A number that only grows. Any thread.
  @FunctionalInterface
  interface Counter {
    /// Adds zero or more.
    void add(long count);
  }

  /// A distribution of values. Any thread.
  @FunctionalInterface
  interface Histogram {
    /// Records one value, in the metric's unit.
    void record(double value);
  }

  /// A piece of work under way; closed when done.
  interface Span extends AutoCloseable {
    /// Adds a number to what is known of the work.
    Span with(String name, long value);

    /// Marks the work as failed.
    void failed(Throwable cause);

    @Override
    void close();
  }

  /// The counter of a metric with this label value; empty for a metric without label.
  Counter counter(Metric metric, String labelValue);

  /// The histogram of a metric.
  Histogram histogram(Metric metric);

  /// Has the metric read from a supplier whenever somebody looks.
  void gauge(Metric metric, String labelValue, DoubleSupplier reading);

  /// Starts a span.
  Span span(String name);

  /// Telemetry that goes nowhere.
  static Telemetry none() {
    return Silent.SILENT;
  }
}
