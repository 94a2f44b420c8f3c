/// Envelopes of messages: GeoNetworking and BTP headers as road-side units forward them, and signed
/// or unsecured data of IEEE 1609.2 and ETSI TS 103 097. Received bytes flow in; where the message
/// lies in them and what its envelope says flow out, or a refusal. Nothing is copied and nothing is
/// verified. Any thread; stateless.
@NullMarked
package city.wayside.messages.envelope;

import org.jspecify.annotations.NullMarked;
