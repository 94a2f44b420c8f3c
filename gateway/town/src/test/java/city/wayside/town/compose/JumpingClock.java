package city.wayside.town.compose;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/// Runs with real time, and jumps ahead when told to.
final class JumpingClock implements InstantSource {

  private static final long MINUTE_MS = 60_000;

  private final AtomicLong aheadMs = new AtomicLong();

  /// Goes on from the start of the next minute.
  void jumpToNextMinute() {
    long nowMs = millis();
    jump(MINUTE_MS - nowMs % MINUTE_MS);
  }

  /// Goes ahead.
  void jump(long byMs) {
    aheadMs.addAndGet(byMs);
  }

  @Override
  public Instant instant() {
    return InstantSource.system().instant().plusMillis(aheadMs.get());
  }
}
