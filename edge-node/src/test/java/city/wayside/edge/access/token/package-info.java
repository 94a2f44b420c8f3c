/// Tests of city.wayside.edge.access.token.
@NullMarked
package city.wayside.edge.access.token;

import org.jspecify.annotations.NullMarked;
