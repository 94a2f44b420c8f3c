@NullMarked
package city.wayside.town.architecture.violation.lines.messages;

import org.jspecify.annotations.NullMarked;
