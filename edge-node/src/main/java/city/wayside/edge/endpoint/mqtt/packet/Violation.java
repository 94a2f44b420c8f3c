package city.wayside.edge.endpoint.mqtt.packet;

import org.jspecify.annotations.Nullable;

/// Why nothing more is read from a connection. To a CONNECT of MQTT 3.1.1 that is at fault nothing
/// is answered, unless its version is what is not spoken (3.1.1 MQTT-3.1.4-1, MQTT-3.1.2-2).
///
/// @param reasonCode the code of MQTT 5, see [ReasonCode]
/// @param reason what is wrong, in words that may be told to the client
/// @param version the version the client speaks, or which the CONNECT at fault names: with it a
///   CONNACK or DISCONNECT is written. Of a CONNECT with a version that is not spoken it is the
///   nearest that is. Absent when the client has said nothing that tells
public record Violation(int reasonCode, String reason, @Nullable MqttVersion version) {

  /// A violation where the version is known from elsewhere.
  public Violation(int reasonCode, String reason) {
    this(reasonCode, reason, null);
  }
}
