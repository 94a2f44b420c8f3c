/// Problem details in CBOR (RFC 9290). Pure functions; any thread.
@NullMarked
package city.wayside.edge.endpoint.coap.problem;

import org.jspecify.annotations.NullMarked;
