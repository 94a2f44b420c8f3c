package city.wayside.kit.fake;

import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until it is told to go on.
public final class ManualClock implements InstantSource {

  private volatile long nowMs;

  /// A clock that shows a moment.
  ///
  /// @param startMs milliseconds since 1970
  public ManualClock(long startMs) {
    nowMs = startMs;
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(nowMs);
  }

  @Override
  public long millis() {
    return nowMs;
  }

  /// Goes on by so many milliseconds; back when negative.
  public synchronized void advance(long byMs) {
    nowMs += byMs;
  }

  /// Shows another moment.
  public synchronized void setMillis(long toMs) {
    nowMs = toMs;
  }
}
