@NullMarked
package city.wayside.town.architecture.violation.names.server;

import org.jspecify.annotations.NullMarked;
