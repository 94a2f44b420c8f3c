/// Clients that do over CoAP what they must not, by mistake or on purpose: each is answered as the
/// standards say or passed over, counted, and disturbs nobody else.
@NullMarked
package city.wayside.edge.coap.hostile;

import org.jspecify.annotations.NullMarked;
