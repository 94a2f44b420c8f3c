/// Clients that do what they must not, by mistake or on purpose: each is answered as it should be,
/// counted, and disturbs nobody else.
@NullMarked
package city.wayside.edge.hostile;

import org.jspecify.annotations.NullMarked;
