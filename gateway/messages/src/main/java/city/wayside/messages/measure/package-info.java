/// What V2X messages measure. Integers of the wire flow in, SI values flow out, or the reverse;
/// what a standard marks as not available is `NaN`. Any thread; stateless.
@NullMarked
package city.wayside.messages.measure;

import org.jspecify.annotations.NullMarked;
