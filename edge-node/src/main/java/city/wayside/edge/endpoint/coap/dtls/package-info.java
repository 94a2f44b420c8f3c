/// CoAP over DTLS 1.2 with connection id (RFC 6347, RFC 9146): settings and a gatekeeper flow in, a
/// Californium connector flows out, and from each of its messages what its peer has proved. Threads
/// are Scandium's; nothing here blocks them.
@NullMarked
package city.wayside.edge.endpoint.coap.dtls;

import org.jspecify.annotations.NullMarked;
