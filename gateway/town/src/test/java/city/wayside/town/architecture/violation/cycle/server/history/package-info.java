@NullMarked
package city.wayside.town.architecture.violation.cycle.server.history;

import org.jspecify.annotations.NullMarked;
