/// The sockets below MQTT: listening, TLS, WebSocket, PROXY protocol, and the bytes of one
/// connection. Knows nothing of packets but how long they are. Event loops only, unless a type says
/// otherwise.
@NullMarked
package city.wayside.edge.endpoint.mqtt.transport;

import org.jspecify.annotations.NullMarked;
