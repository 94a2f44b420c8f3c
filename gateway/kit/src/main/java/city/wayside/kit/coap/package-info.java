/// Very many CoAP clients in one process, each with its own socket and, over DTLS, its own identity
/// and session: one event loop, a few KiB a client.
///
/// Californium's client side is one connector a socket, each with a thread of its own: ten thousand
/// clients would be ten thousand threads. So only its DTLS is used, in one connector for all
/// sessions ([DtlsWires]), and the little CoAP that a vehicle needs is written here: POST,
/// acknowledgements, retransmission (RFC 7252 §4), separate responses.
@NullMarked
package city.wayside.kit.coap;

import org.jspecify.annotations.NullMarked;
