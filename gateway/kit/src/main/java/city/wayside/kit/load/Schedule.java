package city.wayside.kit.load;

/// When messages are due at a steady pace. Whoever is too late for them may skip some, and says so.
final class Schedule {

  /// Further behind than this nothing can be caught up with.
  static final long BEHIND_NS_MAX = 500_000_000;

  /// Messages that are taken at a time, so that answers are read in between.
  static final int TAKE_MAX = 1000;

  private static final double NS_PER_S = 1e9;

  private final Pace pace;
  private final long startNs;
  private long taken;

  Schedule(Pace pace, long startNs) {
    this.pace = pace;
    this.startNs = startNs;
  }

  Pace pace() {
    return pace;
  }

  /// When the next message is due; with a burst all of it at the time of its last one.
  long dueNs() {
    return startNs + (long) ((taken + pace.burst()) * NS_PER_S / pace.perS());
  }

  private long dueBy(long nowNs) {
    long due = (long) ((nowNs - startNs) / NS_PER_S * pace.perS());
    return due - due % pace.burst();
  }

  /// Passes over what is due for too long.
  ///
  /// @return how many messages
  long skipped(long nowNs) {
    long before = Math.max(taken, dueBy(nowNs - BEHIND_NS_MAX));
    long skipped = before - taken;
    taken = before;
    return skipped;
  }

  /// How many messages are due, whole bursts; [#taken()] is told of each.
  int due(long nowNs) {
    long due = dueBy(nowNs) - taken;
    return (int) Math.min(due, TAKE_MAX - TAKE_MAX % pace.burst());
  }

  /// One burst is said.
  void taken() {
    taken += pace.burst();
  }
}
