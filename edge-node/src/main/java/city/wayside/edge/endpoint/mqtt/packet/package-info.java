/// The codec of MQTT 3.1.1 and 5 for a server, without a transport: bytes of a client flow in and
/// become calls of a listener; answers and messages flow out into a buffer. Each statement of the
/// two standards that a server must check on one packet alone is checked here. Single-threaded: one
/// reader for each event loop; nothing here blocks or keeps anything of a connection.
@NullMarked
package city.wayside.edge.endpoint.mqtt.packet;

import org.jspecify.annotations.NullMarked;
