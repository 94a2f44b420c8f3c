/// Deliberate violations, one folder a rule, each breaking that rule and no other.
@NullMarked
package city.wayside.town.architecture.violation;

import org.jspecify.annotations.NullMarked;
