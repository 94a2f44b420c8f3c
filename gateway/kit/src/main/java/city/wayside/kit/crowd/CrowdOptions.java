package city.wayside.kit.crowd;

import java.net.InetSocketAddress;

/// A crowd of clients.
///
/// @param server where they connect
/// @param isTls whether they speak TLS
/// @param count how many there are
/// @param firstNumber of the first one's client id, `c-{number}`; the others count on from it
/// @param keepAliveS after this without traffic the server may close a connection
/// @param connectTimeoutMs how long a try may take until CONNACK
/// @param pauseMs how long a client waits after a try that failed: a random half more or less, and
///   doubled with each further failure, up to eight times as long
public record CrowdOptions(
    InetSocketAddress server,
    boolean isTls,
    int count,
    int firstNumber,
    int keepAliveS,
    int connectTimeoutMs,
    int pauseMs) {

  /// Refuses what is no crowd.
  public CrowdOptions {
    if (count < 1 || firstNumber < 0) {
      throw new IllegalArgumentException("count " + count + ", firstNumber " + firstNumber);
    }
    if (keepAliveS < 0 || keepAliveS > 65_535 || connectTimeoutMs < 1 || pauseMs < 1) {
      throw new IllegalArgumentException(
          "keepAliveS must be 0 to 65535, connectTimeoutMs and pauseMs above zero");
    }
  }

  /// Clients of a city: keep alive of ten minutes, half a minute to connect, a second's pause.
  public static CrowdOptions of(InetSocketAddress server, boolean isTls, int count) {
    return new CrowdOptions(server, isTls, count, 0, 600, 30_000, 1000);
  }
}
