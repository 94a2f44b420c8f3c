/// Californium's server and nothing else, to compare ours with.
@NullMarked
package city.wayside.kit.coap.bare;

import org.jspecify.annotations.NullMarked;
