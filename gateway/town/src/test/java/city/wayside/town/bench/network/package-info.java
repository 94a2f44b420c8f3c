@NullMarked
package city.wayside.town.bench.network;

import org.jspecify.annotations.NullMarked;
