@NullMarked
package city.wayside.town.network;

import org.jspecify.annotations.NullMarked;
