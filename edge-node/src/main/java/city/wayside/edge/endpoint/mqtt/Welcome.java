package city.wayside.edge.endpoint.mqtt;

import city.wayside.edge.endpoint.mqtt.packet.ConnAckProperties;
import city.wayside.edge.endpoint.mqtt.packet.Connect;
import city.wayside.edge.endpoint.mqtt.packet.MqttVersion;
import city.wayside.edge.endpoint.mqtt.packet.PacketWriter;
import city.wayside.edge.endpoint.mqtt.packet.ReasonCode;
import city.wayside.edge.endpoint.mqtt.packet.Violation;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/// What clients are told when they come and when they must go. Codes are those of MQTT 3.1.1
/// §3.2.2.3 and MQTT 5 §3.2.2.2.
final class Welcome {

  private final MqttConfig config;
  private final ConnAckProperties limits;

  Welcome(MqttConfig config) {
    this.config = config;
    this.limits =
        ConnAckProperties.none()
            .receiveMax(config.limits().unacknowledgedMax())
            .packetBytesMax(config.limits().packetBytesMax())
            .topicAliasMax(config.limits().aliasesMax())
            .sharedAvailable(false);
  }

  /// How often something must be heard of a client. MQTT 5 clients can be told to speak more often
  /// than they wanted; others are taken as they are.
  int keepAliveS(Connect connect) {
    int wantedS = connect.keepAliveS();
    boolean isTooLong = wantedS == 0 || wantedS > config.limits().keepAliveSMax();
    return connect.version() == MqttVersion.V5 && isTooLong
        ? config.limits().keepAliveSMax()
        : wantedS;
  }

  /// The code for a CONNECT that comes while the server stops.
  int stopping() {
    return config.serverReference().isEmpty()
        ? ReasonCode.SERVER_UNAVAILABLE
        : ReasonCode.USE_ANOTHER_SERVER;
  }

  /// Where a client should go, if it is told to go elsewhere; absent otherwise.
  @Nullable String elsewhere(Ending ending) {
    return ending == Ending.MOVED ? reference() : null;
  }

  private @Nullable String reference() {
    return config.serverReference().isEmpty() ? null : config.serverReference();
  }

  /// Writes the CONNACK of a client that is welcome.
  ///
  /// @param assignedId the id that the client was given; absent when it brought its own
  /// @param expiryS how long its session is kept
  /// @return false when what must be said is longer than the client can take
  boolean accept(
      MqttConnection connection,
      Connect connect,
      @Nullable String assignedId,
      boolean isSessionPresent,
      long expiryS) {
    ConnAckProperties properties = ConnAckProperties.none();
    if (connect.version() == MqttVersion.V5) {
      properties = limits;
      int keepAliveS = keepAliveS(connect);
      if (expiryS != connect.properties().sessionExpiryS()) {
        properties = properties.sessionExpiryS(expiryS);
      }
      if (assignedId != null) {
        properties = properties.assignedClientId(assignedId);
      }
      if (keepAliveS != connect.keepAliveS()) {
        properties = properties.keepAliveS(keepAliveS);
      }
      if (connect.properties().requestsResponseInformation()) {
        String id = assignedId == null ? connect.clientId() : assignedId;
        properties = properties.responseInformation("v1/down/" + id);
      }
    }
    return write(
        connection,
        connect.version(),
        isSessionPresent,
        ReasonCode.SUCCESS,
        properties,
        connect.properties().packetBytesMax());
  }

  /// Writes a CONNACK if the client can take it: a longer one is not sent (MQTT 5 §3.1.2-24).
  private static boolean write(
      MqttConnection connection,
      MqttVersion version,
      boolean isSessionPresent,
      int reasonCode,
      ConnAckProperties properties,
      long packetBytesMax) {
    ByteBuf out = connection.wire().out();
    int start = out.writerIndex();
    PacketWriter.connAck(out, version, isSessionPresent, reasonCode, properties, packetBytesMax);
    if (out.writerIndex() - start <= packetBytesMax) {
      return true;
    }
    out.writerIndex(start);
    return false;
  }

  /// Writes the CONNACK of a client that is turned away.
  void refuse(MqttConnection connection, Connect connect, int reasonCode, @Nullable String reason) {
    MqttVersion version = connect.version();
    ConnAckProperties properties = ConnAckProperties.none();
    if (version == MqttVersion.V5) {
      String reference = reasonCode == ReasonCode.USE_ANOTHER_SERVER ? reference() : null;
      if (reference != null) {
        properties = properties.serverReference(reference);
      }
      if (reason != null) {
        properties = properties.reason(reason);
      }
    }
    write(
        connection, version, false, reasonCode, properties, connect.properties().packetBytesMax());
  }

  /// Answers a first packet that is no good CONNECT. An unknown version is told so in a form that
  /// every version understands (MQTT 5 §3.1.2-2); who speaks version 5 is told the code; others are
  /// told nothing, for what they speak may not be MQTT at all (MQTT 3.1.1 §3.1.4).
  void refuseUnheard(MqttConnection connection, Violation violation) {
    connection.loop().parts().counts().refused(violation.reasonCode());
    MqttVersion version = violation.version();
    int code = violation.reasonCode();
    boolean isTold =
        version == MqttVersion.V5
            || code == ReasonCode.UNSUPPORTED_PROTOCOL_VERSION
            || (version == MqttVersion.V3_1_1 && hasReturnCode(code));
    if (isTold) {
      PacketWriter.connAck(
          connection.wire().out(),
          version == null ? MqttVersion.V3_1_1 : version,
          false,
          code,
          ConnAckProperties.none());
    }
  }

  /// MQTT 3.1.1 has a code for this; what is only malformed is told nothing.
  private static boolean hasReturnCode(int reasonCode) {
    return reasonCode == ReasonCode.TOPIC_NAME_INVALID
        || reasonCode == ReasonCode.CLIENT_IDENTIFIER_NOT_VALID;
  }
}
