@NullMarked
package city.wayside.town.cli;

import org.jspecify.annotations.NullMarked;
