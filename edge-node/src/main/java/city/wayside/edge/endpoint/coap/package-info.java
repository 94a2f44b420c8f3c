/// The CoAP endpoint (RFC 7252), built on Californium: its doors, who comes through them, and its
/// resources. Requests flow in on the endpoint's own threads, one exchange at a time; receipts and
/// what goes down come from other threads and are handed over to them.
@NullMarked
package city.wayside.edge.endpoint.coap;

import org.jspecify.annotations.NullMarked;
