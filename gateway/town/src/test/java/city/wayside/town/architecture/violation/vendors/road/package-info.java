@NullMarked
package city.wayside.town.architecture.violation.vendors.road;

import org.jspecify.annotations.NullMarked;
