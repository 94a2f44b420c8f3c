/// Signalled intersections: their maps, their signals, and requests for priority. Immutable values
/// in SI units, free of any wire format. Any thread.
@NullMarked
package city.wayside.model.signal;

import org.jspecify.annotations.NullMarked;
