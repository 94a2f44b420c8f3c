package city.wayside.kit.fake;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/// A clock that runs a whole number of times as fast as another one, from a chosen start, and jumps
/// ahead when told to: a minute of traffic need not take a minute of the test. Any thread.
public final class PacedClock implements InstantSource {

  private static final long MINUTE_MS = 60_000;

  private final InstantSource base;
  private final long baseStartMs;
  private final int pace;
  private final AtomicLong atMs;

  /// A clock that shows a time now and goes on from there.
  ///
  /// @param base the clock that gives the beat
  /// @param startMs what it shows at first, milliseconds since 1970
  /// @param pace its milliseconds in one of the base clock's, 1 or more
  public PacedClock(InstantSource base, long startMs, int pace) {
    this.base = base;
    this.baseStartMs = base.millis();
    this.pace = pace;
    this.atMs = new AtomicLong(startMs);
  }

  /// A clock that shows what its base shows, until it jumps.
  public static PacedClock like(InstantSource base) {
    return new PacedClock(base, base.millis(), 1);
  }

  /// Goes ahead.
  public void jump(long byMs) {
    atMs.addAndGet(byMs);
  }

  /// Goes on from the start of the next minute.
  public void jumpToNextMinute() {
    jump(MINUTE_MS - millis() % MINUTE_MS);
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(atMs.get() + (base.millis() - baseStartMs) * pace);
  }
}
