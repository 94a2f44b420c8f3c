/// What happens on the road, from whatever message told it: immutable values in SI units. Any
/// thread.
@NullMarked
package city.wayside.model.event;

import org.jspecify.annotations.NullMarked;
