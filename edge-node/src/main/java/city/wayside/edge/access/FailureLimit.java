package city.wayside.edge.access;

import city.wayside.edge.access.bounded.RecentMap;

/// How many logins of an address may fail. Many vehicles may share one address (carrier-grade NAT):
/// so only failures count, not logins, and a client that is known otherwise is let in whatever its
/// neighbours do. Any thread.
final class FailureLimit {

  private static final double MS_PER_MINUTE = 60_000;

  private record Failures(double count, long atMs) {}

  private final RecentMap<String, Failures> byNetwork;
  private final int burst;
  private final double forgivenPerMs;

  FailureLimit(FailuresConfig config) {
    this.byNetwork = new RecentMap<>(config.addressesMax());
    this.burst = config.burst();
    this.forgivenPerMs = config.perMinute() / MS_PER_MINUTE;
  }

  /// True when another login from this address may be tried.
  boolean allows(String address, long nowMs) {
    Failures failures = byNetwork.get(Network.of(address));
    return failures == null || left(failures, nowMs) < burst;
  }

  /// Counts a failed login. Those that were under way together may be more than are allowed at
  /// once; they are remembered up to twice as many.
  void failed(String address, long nowMs) {
    byNetwork.change(
        Network.of(address),
        new Failures(0, nowMs),
        before -> new Failures(Math.min(2.0 * burst, left(before, nowMs) + 1), nowMs));
  }

  private double left(Failures failures, long nowMs) {
    long elapsedMs = Math.max(0, nowMs - failures.atMs());
    return Math.max(0, failures.count() - elapsedMs * forgivenPerMs);
  }
}
