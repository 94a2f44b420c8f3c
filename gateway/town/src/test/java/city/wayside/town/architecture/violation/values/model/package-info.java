@NullMarked
package city.wayside.town.architecture.violation.values.model;

import org.jspecify.annotations.NullMarked;
