@NullMarked
package city.wayside.town.architecture.violation.throwables.server;

import org.jspecify.annotations.NullMarked;
