package city.wayside.edge.station;

import city.wayside.edge.detect.Motion;
import city.wayside.edge.rate.TokenBucket;
import city.wayside.model.message.Report;
import city.wayside.road.match.Trajectory;
import org.jspecify.annotations.Nullable;

/// What is remembered of one station. Guarded by its lane.
public final class Station {

  private Trajectory trajectory = new Trajectory();
  private @Nullable Arrival arrival;
  private final Motion motion = new Motion();
  private @Nullable TokenBucket quota;
  private @Nullable Report newest;
  private long positionSinceMs;
  private long admittedMs;

  Station(long nowMs) {
    admittedMs = nowMs;
  }

  /// Where it has been; for the matcher.
  public Trajectory trajectory() {
    return trajectory;
  }

  /// Has another trajectory, which goes on from where another edge node left it.
  public void continues(Trajectory further) {
    trajectory = further;
  }

  /// Its first messages, while they wait; absent before and after.
  public @Nullable Arrival arrival() {
    return arrival;
  }

  /// Has its messages wait from now on.
  public void arrives(Arrival begun) {
    arrival = begun;
  }

  /// Has none wait any more.
  public void hasArrived() {
    arrival = null;
  }

  /// How it has moved; for detection.
  public Motion motion() {
    return motion;
  }

  /// Its newest admitted report; absent before the first.
  public @Nullable Report newest() {
    return newest;
  }

  /// Since when it has reported the very position of its newest report; measurement time.
  public long positionSinceMs() {
    return positionSinceMs;
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
    boolean isThere =
        newest != null && newest.latDeg() == report.latDeg() && newest.lonDeg() == report.lonDeg();
    if (!isThere) {
      positionSinceMs = report.timeMs();
    }
    newest = report;
    admittedMs = nowMs;
  }

  /// True when nothing was admitted for longer than a time, and nobody waits.
  boolean isIdle(long nowMs, long idleMsMax) {
    return arrival == null && nowMs - admittedMs > idleMsMax;
  }
}
