package city.wayside.edge.endpoint.mqtt.transport;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One way in: an address, and what stands between a socket and its connection.
///
/// @param protocol what its connections are made of: `mqtt`, `mqtts`, `mqtt-ws`, `mqtts-ws`
/// @param host the address to listen on
/// @param port the port to listen on
/// @param tls makes the TLS side; absent for a plain door
/// @param hasWebSocket true when MQTT comes in WebSocket frames
/// @param hasProxyHeader true when a load balancer begins every connection with a PROXY header
/// @param places how many sockets there may be
/// @param openMsMax how long a connection may take until it speaks MQTT
/// @param connections makes the connection of a wire
public record Door(
    String protocol,
    String host,
    int port,
    @Nullable TlsIdentity tls,
    boolean hasWebSocket,
    boolean hasProxyHeader,
    SocketPlaces places,
    long openMsMax,
    Function<Wire, WireListener> connections) {}
