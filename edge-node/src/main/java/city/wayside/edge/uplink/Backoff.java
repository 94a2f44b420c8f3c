package city.wayside.edge.uplink;

/// When to try again: a pause that doubles with each failure up to a limit. One thread.
final class Backoff {

  private final long pauseMsMin;
  private final long pauseMsMax;
  private long pauseMs;
  private long failedMs;

  Backoff(long pauseMsMin, long pauseMsMax) {
    this.pauseMsMin = pauseMsMin;
    this.pauseMsMax = pauseMsMax;
  }

  /// Forgets all failures.
  void succeeded() {
    pauseMs = 0;
  }

  /// Starts the next pause.
  void failed(long nowMs) {
    pauseMs = pauseMs == 0 ? pauseMsMin : Math.min(pauseMsMax, 2 * pauseMs);
    failedMs = nowMs;
  }

  /// True after a failure that no success has followed.
  boolean isFailing() {
    return pauseMs > 0;
  }

  /// True when the pause is over, or the clock was set back since it began.
  boolean isDue(long nowMs) {
    return nowMs - failedMs >= pauseMs || nowMs < failedMs;
  }
}
