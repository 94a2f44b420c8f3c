@NullMarked
package city.wayside.town.penetration;

import org.jspecify.annotations.NullMarked;
