package city.wayside.edge.pressure;

import java.util.concurrent.atomic.AtomicLongArray;

/// How hard pressed the edge node is: a level from 0 (not at all) to [#LEVEL_MAX], the higher one
/// of what the messages that wait for the grid say and of what the event loops' lag says.
///
/// The level goes up at once, as far as it must, and down one by one, each after a calm time: a
/// level that followed every reading would let in a burst of what it had just shed, and so swing.
public final class Pressure {

  /// The highest level.
  public static final int LEVEL_MAX = 4;

  /// How many event loops may report their lag; those beyond it share places.
  public static final int LOOPS_COUNT_MAX = 256;

  private final PressureConfig config;
  private final AtomicLongArray lagsMs = new AtomicLongArray(LOOPS_COUNT_MAX);
  private volatile int level;

  // Of the uplink's thread alone.
  private boolean isCalm;
  private long calmSinceMs;

  /// No pressure yet.
  public Pressure(PressureConfig config) {
    this.config = config;
  }

  /// Tells how much later than asked for an event loop did its last timed work. Any thread; each
  /// loop several times a second, and 0 when it stops.
  ///
  /// @param loop the loop's number, from 0
  public void loopLag(int loop, long lagMs) {
    lagsMs.set(loop % LOOPS_COUNT_MAX, lagMs);
  }

  /// The level, 0 to [#LEVEL_MAX]. Any thread.
  public int level() {
    return level;
  }

  /// Looks at everything again. One thread, several times a second.
  ///
  /// @param pendingPercent how much of what may wait for the grid waits, in percent
  public void turn(long nowMs, int pendingPercent) {
    int wanted =
        Math.max(
            levelOf(pendingPercent, config.thinFromPercent(), config.thinFullPercent()),
            levelOf(lagMsMax(), config.lagFromMs(), config.lagFullMs()));
    int now = level;
    if (wanted >= now) {
      level = wanted;
      isCalm = false;
    } else if (!isCalm || nowMs < calmSinceMs) {
      isCalm = true;
      calmSinceMs = nowMs;
    }
    if (isCalm && nowMs - calmSinceMs >= config.calmMs()) {
      level = now - 1;
      calmSinceMs = nowMs;
      isCalm = level > wanted;
    }
  }

  private long lagMsMax() {
    long lagMsMax = 0;
    for (int loop = 0; loop < LOOPS_COUNT_MAX; loop++) {
      lagMsMax = Math.max(lagMsMax, lagsMs.get(loop));
    }
    return lagMsMax;
  }

  /// Level 1 begins at `from`, the highest at `full`, those between lie evenly.
  private static int levelOf(long value, long from, long full) {
    if (value < from) {
      return 0;
    }
    long steps = Math.min(value - from, full - from) * (LEVEL_MAX - 1) / (full - from);
    return 1 + (int) steps;
  }
}
