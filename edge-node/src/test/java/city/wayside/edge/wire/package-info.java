/// MQTT as bytes, written and read without the product's codec or anybody else's: what tests need
/// to send every packet, the illegal ones too, and to hold each answer against the standard.
/// Blocking, with deadlines; one thread a connection.
@NullMarked
package city.wayside.edge.wire;

import org.jspecify.annotations.NullMarked;
