package city.wayside.edge.endpoint.mqtt;

import city.wayside.edge.endpoint.mqtt.session.DeliveryConfig;
import city.wayside.edge.endpoint.mqtt.session.SessionConfig;
import city.wayside.edge.endpoint.mqtt.topic.QueueLayout;
import city.wayside.edge.endpoint.mqtt.transport.TlsConfig;
import city.wayside.edge.endpoint.mqtt.transport.WebSocketConfig;
import city.wayside.model.config.Setting;

/// The MQTT endpoint's settings.
///
/// @param host the address to listen on
/// @param port the port to listen on; 0 for any that is free
/// @param hasProxyHeader whether a load balancer begins every connection with a PROXY header
/// @param loopsCount how many event loops share the connections
/// @param serverReference where clients are sent when this node stops; empty for nowhere
/// @param itsPrefix the levels before the queues of the its-client layout
/// @param limits what is taken at most
/// @param tls MQTT over TLS
/// @param webSocket MQTT over WebSocket
/// @param sessions what is kept for clients that are away
/// @param delivery what may be under way to one client
public record MqttConfig(
    @Setting(value = "The address to listen on.", otherwise = "127.0.0.1") String host,
    @Setting(
            value = "The port to listen on; 0 for any that is free.",
            otherwise = "1883",
            min = 0,
            max = 65_535)
        int port,
    @Setting(
            value = "Whether a load balancer begins every connection with a PROXY header.",
            otherwise = "false")
        boolean hasProxyHeader,
    @Setting(value = "Event loops that share the connections.", otherwise = "2", min = 1, max = 256)
        int loopsCount,
    @Setting(
            value =
                "host:port of another server, which MQTT 5 clients are told when this one stops.",
            otherwise = "")
        String serverReference,
    @Setting(
            value = "The levels before inQueue and outQueue in topics of the its-client layout.",
            otherwise = "default")
        String itsPrefix,
    @Setting("What is taken at most.") MqttLimits limits,
    @Setting("MQTT over TLS.") TlsConfig tls,
    @Setting("MQTT over WebSocket.") WebSocketConfig webSocket,
    @Setting("What is kept for clients that are away.") SessionConfig sessions,
    @Setting("What may be under way to one client.") DeliveryConfig delivery) {

  /// The documented defaults.
  public static MqttConfig defaults() {
    return new MqttConfig(
        "127.0.0.1",
        1883,
        false,
        2,
        "",
        "default",
        MqttLimits.defaults(),
        TlsConfig.defaults(),
        WebSocketConfig.defaults(),
        SessionConfig.defaults(),
        DeliveryConfig.defaults());
  }

  /// The same on another port.
  public MqttConfig withPort(int other) {
    return new MqttConfig(
        host,
        other,
        hasProxyHeader,
        loopsCount,
        serverReference,
        itsPrefix,
        limits,
        tls,
        webSocket,
        sessions,
        delivery);
  }

  /// The same, sending clients elsewhere when it stops.
  public MqttConfig withServerReference(String other) {
    return new MqttConfig(
        host,
        port,
        hasProxyHeader,
        loopsCount,
        other,
        itsPrefix,
        limits,
        tls,
        webSocket,
        sessions,
        delivery);
  }

  /// The same with other limits.
  public MqttConfig withLimits(MqttLimits other) {
    return new MqttConfig(
        host,
        port,
        hasProxyHeader,
        loopsCount,
        serverReference,
        itsPrefix,
        other,
        tls,
        webSocket,
        sessions,
        delivery);
  }

  /// The same with other TLS.
  public MqttConfig withTls(TlsConfig other) {
    return new MqttConfig(
        host,
        port,
        hasProxyHeader,
        loopsCount,
        serverReference,
        itsPrefix,
        limits,
        other,
        webSocket,
        sessions,
        delivery);
  }

  /// The same with another WebSocket port.
  public MqttConfig withWebSocket(WebSocketConfig other) {
    return new MqttConfig(
        host,
        port,
        hasProxyHeader,
        loopsCount,
        serverReference,
        itsPrefix,
        limits,
        tls,
        other,
        sessions,
        delivery);
  }

  /// Where the topics of the its-client layout begin.
  public QueueLayout queueLayout() {
    return new QueueLayout(itsPrefix);
  }
}
