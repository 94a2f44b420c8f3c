@NullMarked
package city.wayside.town.architecture.violation.units.model;

import org.jspecify.annotations.NullMarked;
