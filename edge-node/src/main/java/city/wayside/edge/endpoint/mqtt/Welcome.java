package city.wayside.edge.endpoint.mqtt;

import city.wayside.edge.access.Denial;
import city.wayside.edge.access.Presented;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.StringProperty;
import io.netty.handler.codec.mqtt.MqttVersion;
import io.vertx.mqtt.MqttAuth;
import io.vertx.mqtt.MqttEndpoint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a CONNECT is answered. Codes are those of MQTT 3.1.1 §3.2.2.3 and MQTT 5 §3.2.2.2.
final class Welcome {

  private final MqttConfig config;

  Welcome(MqttConfig config) {
    this.config = config;
  }

  static boolean isMqtt5(MqttEndpoint endpoint) {
    return endpoint.protocolVersion() >= MqttVersion.MQTT_5.protocolLevel();
  }

  /// The code by which a CONNECT itself must be refused; nothing when it need not.
  @Nullable MqttConnectReturnCode refusal(MqttEndpoint endpoint) {
    String clientId = endpoint.clientIdentifier();
    if (clientId != null && !isTopicLevels(clientId)) {
      return isMqtt5(endpoint)
          ? MqttConnectReturnCode.CONNECTION_REFUSED_CLIENT_IDENTIFIER_NOT_VALID
          : MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED;
    }
    boolean wantsExchange =
        endpoint.connectProperties().getProperty(MqttProperties.AUTHENTICATION_METHOD) != null;
    return wantsExchange
        ? MqttConnectReturnCode.CONNECTION_REFUSED_BAD_AUTHENTICATION_METHOD
        : null;
  }

  /// The code for "not now": the server stops.
  static MqttConnectReturnCode stopping(MqttEndpoint endpoint) {
    return isMqtt5(endpoint)
        ? MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE_5
        : MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE;
  }

  /// The code for too many connections.
  static MqttConnectReturnCode tooMany(MqttEndpoint endpoint) {
    return isMqtt5(endpoint)
        ? MqttConnectReturnCode.CONNECTION_REFUSED_QUOTA_EXCEEDED
        : MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE;
  }

  /// What a client shows when it connects.
  static Presented presented(MqttEndpoint endpoint, String id, boolean isIdAssigned) {
    MqttAuth auth = endpoint.auth();
    String password = auth == null ? null : auth.getPassword();
    return new Presented(
        "mqtt",
        id,
        isIdAssigned,
        auth == null ? null : auth.getUsername(),
        password == null ? null : password.getBytes(StandardCharsets.UTF_8),
        List.of(),
        endpoint.remoteAddress().hostAddress());
  }

  /// The code for a client that the gatekeeper denies.
  static MqttConnectReturnCode denied(MqttEndpoint endpoint, Denial denial) {
    int code = isMqtt5(endpoint) ? denial.mqtt5Code() : denial.mqtt3Code();
    return MqttConnectReturnCode.valueOf((byte) code);
  }

  /// What an MQTT 5 client is told of the server's limits.
  ///
  /// @param assignedId the id that the client was given; absent when it brought its own
  MqttProperties properties(@Nullable String assignedId) {
    MqttProperties properties = new MqttProperties();
    // Sessions end with their connection: what was acknowledged is kept, the rest is sent again.
    properties.add(new IntegerProperty(MqttProperties.SESSION_EXPIRY_INTERVAL, 0));
    properties.add(new IntegerProperty(MqttProperties.RECEIVE_MAXIMUM, config.unacknowledgedMax()));
    // The MQTT library cannot write the reason codes of QoS 2's packets yet.
    properties.add(new IntegerProperty(MqttProperties.MAXIMUM_QOS, 1));
    properties.add(
        new IntegerProperty(MqttProperties.MAXIMUM_PACKET_SIZE, config.packetBytesMax()));
    properties.add(new IntegerProperty(MqttProperties.SHARED_SUBSCRIPTION_AVAILABLE, 0));
    if (assignedId != null) {
      properties.add(new StringProperty(MqttProperties.ASSIGNED_CLIENT_IDENTIFIER, assignedId));
    }
    return properties;
  }

  /// Ids become topic levels, so wildcards cannot be in them.
  private static boolean isTopicLevels(String clientId) {
    return clientId.indexOf('+') < 0 && clientId.indexOf('#') < 0 && clientId.indexOf('\0') < 0;
  }
}
