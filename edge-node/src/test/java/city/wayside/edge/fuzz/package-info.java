/// Damaged MQTT packet streams and CoAP datagrams against a running edge node: nobody else's
/// connection may end of them, nothing may be logged that looks like a fault, and no buffer may be
/// lost. Run for long by `.ci/fuzz-mqtt` and `.ci/fuzz-coap`, and for a moment by a test. The same
/// seed makes the same streams.
@NullMarked
package city.wayside.edge.fuzz;

import org.jspecify.annotations.NullMarked;
