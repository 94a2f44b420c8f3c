@NullMarked
package city.wayside.town.architecture.violation.cycle.server.api;

import org.jspecify.annotations.NullMarked;
