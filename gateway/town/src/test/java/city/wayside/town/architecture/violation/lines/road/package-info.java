@NullMarked
package city.wayside.town.architecture.violation.lines.road;

import org.jspecify.annotations.NullMarked;
