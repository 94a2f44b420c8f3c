/// CoAP clients for tests: one that sends bytes as they are, and one of Californium's.
@NullMarked
package city.wayside.edge.coap;

import org.jspecify.annotations.NullMarked;
