/// How long a network takes to load, and how much memory it takes. Blocks.
@NullMarked
package city.wayside.town.bench.network;

import org.jspecify.annotations.NullMarked;
