@NullMarked
package city.wayside.town.architecture.violation.caller.kit;

import org.jspecify.annotations.NullMarked;
