/// Tests of this part alone.
@NullMarked
package city.wayside.edge.endpoint.coap;

import org.jspecify.annotations.NullMarked;
