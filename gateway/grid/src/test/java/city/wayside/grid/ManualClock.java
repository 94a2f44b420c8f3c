package city.wayside.grid;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/// A clock that a test sets.
public final class ManualClock implements InstantSource {

  private final AtomicLong nowMs;

  /// A clock that stands at a moment.
  public ManualClock(long startMs) {
    nowMs = new AtomicLong(startMs);
  }

  /// Moves the clock to a moment.
  public void set(long timeMs) {
    nowMs.set(timeMs);
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(nowMs.get());
  }

  @Override
  public long millis() {
    return nowMs.get();
  }
}
