/// What a station says, decoded: immutable values in SI units, free of any wire format. Any thread.
@NullMarked
package city.wayside.model.message;

import org.jspecify.annotations.NullMarked;
