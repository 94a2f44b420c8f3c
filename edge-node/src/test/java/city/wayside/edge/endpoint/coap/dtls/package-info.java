/// Tests of DTLS: real clients against a door with a fake registry behind it.
@NullMarked
package city.wayside.edge.endpoint.coap.dtls;

import org.jspecify.annotations.NullMarked;
