/// Tests of this part alone.
@NullMarked
package city.wayside.edge.endpoint.coap.problem;

import org.jspecify.annotations.NullMarked;
