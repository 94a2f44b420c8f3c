package city.wayside.edge.rig;

/// The limits of an edge node that tests reach on purpose.
///
/// @param connectionsMax connections
/// @param payloadBytesMax octets of a payload
/// @param packetBytesMax octets of a packet
/// @param connectTimeoutMs how long a connection may stay without CONNECT
public record Limits(
    int connectionsMax, int payloadBytesMax, int packetBytesMax, int connectTimeoutMs) {

  /// As they are when nothing is configured.
  public static final Limits USUAL = new Limits(50_000, 65_536, 262_144, 10_000);

  /// With fewer connections.
  public Limits withConnectionsMax(int count) {
    return new Limits(count, payloadBytesMax, packetBytesMax, connectTimeoutMs);
  }

  /// With shorter packets.
  public Limits withPacketBytesMax(int bytes) {
    return new Limits(connectionsMax, Math.min(payloadBytesMax, bytes), bytes, connectTimeoutMs);
  }

  /// With less patience.
  public Limits withConnectTimeoutMs(int timeoutMs) {
    return new Limits(connectionsMax, payloadBytesMax, packetBytesMax, timeoutMs);
  }
}
