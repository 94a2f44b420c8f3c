package city.wayside.road.match;

/// What the matcher remembers of one station: bounded (about 1,300 bytes), and used by one thread
/// at a time.
public final class Trajectory {

  static final long NEVER_MS = Long.MIN_VALUE;

  final Hypotheses places = new Hypotheses();
  final Passages passages = new Passages();

  /// Of the newest report.
  long newestMs = NEVER_MS;

  /// Of the newest report that was put on the road; [#NEVER_MS] when there is nothing to continue.
  long matchedMs = NEVER_MS;

  /// Since when it stands; [#NEVER_MS] while it drives.
  long standingSinceMs = NEVER_MS;

  /// When all roads around were last looked at.
  long lookedAroundMs = NEVER_MS;

  /// Where the places were last weighed against each other.
  double weighedEastM;

  double weighedNorthM;
  long weighedMs;
  double speedMps = Double.NaN;

  /// How far its positions are off, as the variance of each of their two parts.
  double errorM2;

  /// For how long that was seen.
  double errorKnownMs;

  /// How far its newest position lies to the right of the road.
  double acrossM;

  /// The trajectory of a station that was never seen.
  public Trajectory() {}

  /// Measurement time of the newest report that was matched, or `Long.MIN_VALUE` before the first.
  public long newestMs() {
    return newestMs;
  }
}
