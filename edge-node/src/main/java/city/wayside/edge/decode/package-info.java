/// Decoding. Inbound messages flow in, reports or reasons flow out. Event loops; stateless.
@NullMarked
package city.wayside.edge.decode;

import org.jspecify.annotations.NullMarked;
