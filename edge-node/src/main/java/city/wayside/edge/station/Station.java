package city.wayside.edge.station;

import city.wayside.edge.detect.Motion;
import city.wayside.edge.rate.TokenBucket;
import city.wayside.model.message.Report;
import city.wayside.road.match.Trajectory;
import org.jspecify.annotations.Nullable;

/// What is remembered of one station. Guarded by its lane.
public final class Station {

  private final Trajectory trajectory = new Trajectory();
  private final Motion motion = new Motion();
  private @Nullable TokenBucket quota;
  private @Nullable Report newest;
  private long admittedMs;

  Station(long nowMs) {
    admittedMs = nowMs;
  }

  /// Where it has been; for the matcher.
  public Trajectory trajectory() {
    return trajectory;
  }

  /// How it has moved; for detection.
  public Motion motion() {
    return motion;
  }

  /// Its newest admitted report; absent before the first.
  public @Nullable Report newest() {
    return newest;
  }

  /// Takes one message off the station's quota.
  ///
  /// @param ratePerS messages a second
  /// @param burst messages at once
  public boolean mayReport(double ratePerS, double burst, long nowMs) {
    if (quota == null) {
      quota = new TokenBucket(ratePerS, burst, nowMs);
    }
    return quota.take(nowMs);
  }

  /// Remembers an admitted report, which must be newer than the newest.
  public void admitted(Report report, long nowMs) {
    if (newest != null && report.timeMs() <= newest.timeMs()) {
      throw new IllegalArgumentException("admitted out of order");
    }
    newest = report;
    admittedMs = nowMs;
  }

  /// True when nothing was admitted for longer than a time.
  boolean isIdle(long nowMs, long idleMsMax) {
    return nowMs - admittedMs > idleMsMax;
  }
}
