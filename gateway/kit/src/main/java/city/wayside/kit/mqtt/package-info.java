/// A lean MQTT client for very many connections on one event loop: reports flow out as PUBLISH,
/// acknowledgements with their reason codes flow in. Speaks MQTT 5 and 3.1.1, QoS 0 and 1, fresh
/// and kept sessions, wills, TLS and redirection. Event loop only; never blocks.
@NullMarked
package city.wayside.kit.mqtt;

import org.jspecify.annotations.NullMarked;
