package city.wayside.road.match;

/// What the matcher remembers of one station: bounded, and used by one thread at a time.
public final class Trajectory {

  /// Measurement time of the newest report that was matched, or `Long.MIN_VALUE` before the first.
  public long newestMs() {
    return Long.MIN_VALUE;
  }
}
