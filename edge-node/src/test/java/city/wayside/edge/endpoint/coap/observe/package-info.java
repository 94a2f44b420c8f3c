/// Tests of this part alone.
@NullMarked
package city.wayside.edge.endpoint.coap.observe;

import org.jspecify.annotations.NullMarked;
