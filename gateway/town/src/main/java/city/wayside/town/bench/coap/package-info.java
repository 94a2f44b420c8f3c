/// What a message over CoAP and DTLS costs on its whole way, beside Californium's server alone.
/// Blocks; the command line's thread.
@NullMarked
package city.wayside.town.bench.coap;

import org.jspecify.annotations.NullMarked;
