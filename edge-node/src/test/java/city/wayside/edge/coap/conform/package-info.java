/// The cases of the CoAP plugtests, and what more the standards say of the same things, against a
/// running edge node (RFC 7252, RFC 7959, RFC 7641, RFC 6690).
@NullMarked
package city.wayside.edge.coap.conform;

import org.jspecify.annotations.NullMarked;
