@NullMarked
package city.wayside.town.architecture.violation.chance.server;

import org.jspecify.annotations.NullMarked;
