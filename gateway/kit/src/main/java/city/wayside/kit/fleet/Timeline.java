package city.wayside.kit.fleet;

/// Puts the times of a trace on the clock: `clock = start + (trace - first) / speed`, lap after
/// lap. With speed 1 that is the trace's time and a constant shift.
final class Timeline {

  private static final int MS_PER_S = 1000;

  private final double speed;
  private final long alignMs;
  private long firstMs;
  private long lapStartMs;
  private long previousMs;
  private long stepMs;
  private long lastMs;

  private Timeline(double speed, long alignMs) {
    this.speed = speed;
    this.alignMs = alignMs;
  }

  /// The timeline of a trace that starts now, or with `alignS` at the first time after it that
  /// differs from the trace's by a multiple of `alignS`.
  ///
  /// @param firstMs the trace's first time
  static Timeline starting(long firstMs, long nowMs, ReplayOptions options) {
    Timeline timeline = new Timeline(options.speed(), (long) options.alignS() * MS_PER_S);
    timeline.firstMs = firstMs;
    timeline.lastMs = firstMs;
    timeline.previousMs = firstMs;
    timeline.lapStartMs = firstMs + up(nowMs - firstMs, timeline.alignMs);
    return timeline;
  }

  private static long up(long ms, long multipleOfMs) {
    return multipleOfMs == 0 ? ms : Math.ceilDiv(ms, multipleOfMs) * multipleOfMs;
  }

  /// When a row of this lap is due, which is also its time stamp.
  long onClockMs(long traceMs) {
    if (traceMs > previousMs) {
      long differenceMs = traceMs - previousMs;
      stepMs = stepMs == 0 ? differenceMs : Math.min(stepMs, differenceMs);
    }
    previousMs = traceMs;
    lastMs = Math.max(lastMs, traceMs);
    return lapStartMs + Math.round((traceMs - firstMs) / speed);
  }

  /// Starts the next lap where this one ends: one step after its last row, aligned like the first.
  void nextLap() {
    long lapMs = up(lastMs - firstMs + Math.max(1, stepMs), alignMs);
    lapStartMs += Math.max(1, Math.round(lapMs / speed));
    previousMs = firstMs;
  }

  /// When this lap starts.
  long lapStartMs() {
    return lapStartMs;
  }
}
