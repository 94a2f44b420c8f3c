package city.wayside.kit.coap;

/// When a message is sent again and when it is given up (RFC 7252 §4.8).
///
/// @param ackTimeoutMs until the first retransmission, at least
/// @param ackRandomFactor until the first retransmission, so many times that at most; 1 or more
/// @param retransmitsMax how often a message is sent again
/// @param backOffFactor each time waits so many times as long as the one before; 1 or more
/// @param responseMs how long a response is waited for whose request was acknowledged without one
/// @param connectMs how long the handshake and the first answer may take together
public record CoapTiming(
    int ackTimeoutMs,
    double ackRandomFactor,
    int retransmitsMax,
    double backOffFactor,
    int responseMs,
    int connectMs) {

  /// Refuses what cannot be waited for.
  public CoapTiming {
    if (ackTimeoutMs < 1 || responseMs < 1 || connectMs < 1) {
      throw new IllegalArgumentException("times to wait must be above zero");
    }
    if (!(ackRandomFactor >= 1) || !(backOffFactor >= 1) || retransmitsMax < 0) {
      throw new IllegalArgumentException("factors are 1 or more, retransmitsMax 0 or more");
    }
  }

  /// The values of RFC 7252: ACK_TIMEOUT, ACK_RANDOM_FACTOR, MAX_RETRANSMIT, MAX_TRANSMIT_WAIT.
  public static CoapTiming standard() {
    return new CoapTiming(2000, 1.5, 4, 2, 93_000, 30_000);
  }

  /// For a line that is known to lose every third datagram: sooner again and oftener, so that one
  /// message in many millions is given up. §4.8.1 lets those choose other values who know their
  /// network; half a second must be enough for the way there and back.
  public static CoapTiming lossyLine() {
    return new CoapTiming(500, 1.5, 24, 1.1, 93_000, 120_000);
  }

  /// The same with another patience for the first answer.
  public CoapTiming withConnectMs(int otherMs) {
    return new CoapTiming(
        ackTimeoutMs, ackRandomFactor, retransmitsMax, backOffFactor, responseMs, otherMs);
  }
}
