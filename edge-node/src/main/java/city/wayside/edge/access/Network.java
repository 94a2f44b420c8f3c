package city.wayside.edge.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/// Whom an address stands for, as far as limits go.
public final class Network {

  private static final int IPV6_NETWORK_BYTES = 8;

  private Network() {}

  /// The address itself; of IPv6 the /64 that it is in, for one household or host has a whole one.
  ///
  /// @param address an IP address as text
  public static String of(String address) {
    try {
      return InetAddress.ofLiteral(address) instanceof Inet6Address six
          ? HexFormat.of().formatHex(six.getAddress(), 0, IPV6_NETWORK_BYTES)
          : address;
    } catch (IllegalArgumentException _) {
      return address;
    }
  }
}
