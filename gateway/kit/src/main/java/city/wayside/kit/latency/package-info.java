/// How long things took, counted in little memory. Values, and a histogram for one thread.
@NullMarked
package city.wayside.kit.latency;

import org.jspecify.annotations.NullMarked;
