package city.wayside.edge.wire;

import java.util.List;

/// A packet from the server. Each was found to be legal when it was read.
public sealed interface Received {

  /// The answer to CONNECT.
  ///
  /// @param isSessionPresent whether a session from before goes on
  /// @param code the return code of MQTT 3.1.1 or the reason code of MQTT 5
  record Connack(boolean isSessionPresent, int code, Properties properties) implements Received {}

  /// A message.
  ///
  /// @param packetId 0 with QoS 0
  record Published(
      String topic,
      byte[] payload,
      int qos,
      boolean isDup,
      boolean isRetained,
      int packetId,
      Properties properties)
      implements Received {}

  /// PUBACK, PUBREC, PUBREL or PUBCOMP.
  ///
  /// @param code 0 in MQTT 3.1.1
  record Ack(PacketType type, int packetId, int code, Properties properties) implements Received {}

  /// The answer to SUBSCRIBE.
  record Suback(int packetId, List<Integer> codes, Properties properties) implements Received {}

  /// The answer to UNSUBSCRIBE.
  ///
  /// @param codes none in MQTT 3.1.1
  record Unsuback(int packetId, List<Integer> codes, Properties properties) implements Received {}

  /// The answer to PINGREQ.
  record Pong() implements Received {}

  /// DISCONNECT of MQTT 5.
  record Goodbye(int code, Properties properties) implements Received {}

  /// AUTH of MQTT 5.
  record Challenge(int code, Properties properties) implements Received {}
}
