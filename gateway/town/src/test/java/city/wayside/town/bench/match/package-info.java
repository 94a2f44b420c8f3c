/// Tests of the matching bench.
@NullMarked
package city.wayside.town.bench.match;

import org.jspecify.annotations.NullMarked;
