package city.wayside.grid.form;

/// How long an entry lives that comes to an end.
public final class Lifetime {

  /// How long an entry that is over is still remembered: for as long as something older about it
  /// may be under way, which would bring it back to life.
  public static final long REMEMBERED_MS = 60_000;

  private Lifetime() {}

  /// An entry's time to live in milliseconds; 0 for no end.
  ///
  /// @param untilMs until when it is of use, milliseconds since 1970; `Long.MAX_VALUE` for no end
  public static long ttlMs(long untilMs, long nowMs) {
    return untilMs == Long.MAX_VALUE ? 0 : Math.max(0, untilMs - nowMs) + REMEMBERED_MS;
  }
}
