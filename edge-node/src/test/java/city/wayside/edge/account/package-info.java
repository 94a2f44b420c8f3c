/// Tests of this part alone.
@NullMarked
package city.wayside.edge.account;

import org.jspecify.annotations.NullMarked;
