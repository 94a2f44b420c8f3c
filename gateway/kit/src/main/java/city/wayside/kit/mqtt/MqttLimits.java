package city.wayside.kit.mqtt;

/// What one connection may hold and how long it waits.
///
/// @param inFlightMax unacknowledged messages, 1 to 65,535; a smaller Receive Maximum of the server
///   counts; more messages wait
/// @param waitingMax messages that wait for the connection or for room; the oldest is given up for
///   a new one
/// @param connectTimeoutMs how long TCP and CONNACK may take together
/// @param ackTimeoutMs after this without acknowledgement a message is lost
/// @param keepAliveS after this without traffic the server may close the connection
public record MqttLimits(
    int inFlightMax, int waitingMax, int connectTimeoutMs, int ackTimeoutMs, int keepAliveS) {

  /// Refuses limits with which nothing could be sent.
  public MqttLimits {
    if (inFlightMax < 1 || inFlightMax > 65_535) {
      throw new IllegalArgumentException("inFlightMax " + inFlightMax + " is not 1 to 65535");
    }
    if (waitingMax < 1 || connectTimeoutMs < 1 || ackTimeoutMs < 1) {
      throw new IllegalArgumentException("waitingMax and timeouts must be above zero");
    }
    if (keepAliveS < 1 || keepAliveS > 65_535) {
      throw new IllegalArgumentException("keepAliveS " + keepAliveS + " is not 1 to 65535");
    }
  }

  /// Limits for a vehicle that reports a few times a second.
  public static MqttLimits defaults() {
    return new MqttLimits(64, 64, 10_000, 20_000, 60);
  }
}
