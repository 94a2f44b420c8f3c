@NullMarked
package city.wayside.town.config;

import org.jspecify.annotations.NullMarked;
