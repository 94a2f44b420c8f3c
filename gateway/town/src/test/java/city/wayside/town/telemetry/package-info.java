@NullMarked
package city.wayside.town.telemetry;

import org.jspecify.annotations.NullMarked;
