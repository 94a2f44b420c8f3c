/// The arrows between the processes: one-method ports and the values that travel along them.
@NullMarked
package city.wayside.model.flow;

import org.jspecify.annotations.NullMarked;
