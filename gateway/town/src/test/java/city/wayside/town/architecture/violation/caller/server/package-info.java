@NullMarked
package city.wayside.town.architecture.violation.caller.server;

import org.jspecify.annotations.NullMarked;
