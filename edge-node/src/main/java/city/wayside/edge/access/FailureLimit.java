package city.wayside.edge.access;

import city.wayside.edge.access.bounded.RecentMap;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/// How many logins of an address may fail. Many vehicles may share one address (carrier-grade NAT):
/// so only failures count, not logins, and a client that is known otherwise is let in whatever its
/// neighbours do. Any thread.
final class FailureLimit {

  private static final int IPV6_NETWORK_BYTES = 8;
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
    Failures failures = byNetwork.get(network(address));
    return failures == null || left(failures, nowMs) < burst;
  }

  /// Counts a failed login. Those that were under way together may be more than are allowed at
  /// once; they are remembered up to twice as many.
  void failed(String address, long nowMs) {
    byNetwork.change(
        network(address),
        new Failures(0, nowMs),
        before -> new Failures(Math.min(2.0 * burst, left(before, nowMs) + 1), nowMs));
  }

  private double left(Failures failures, long nowMs) {
    long elapsedMs = Math.max(0, nowMs - failures.atMs());
    return Math.max(0, failures.count() - elapsedMs * forgivenPerMs);
  }

  /// One household or host has a whole /64 of IPv6 addresses.
  private static String network(String address) {
    try {
      return InetAddress.ofLiteral(address) instanceof Inet6Address six
          ? HexFormat.of().formatHex(six.getAddress(), 0, IPV6_NETWORK_BYTES)
          : address;
    } catch (IllegalArgumentException _) {
      return address;
    }
  }
}
