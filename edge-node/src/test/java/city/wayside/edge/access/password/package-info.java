/// Tests of city.wayside.edge.access.password.
@NullMarked
package city.wayside.edge.access.password;

import org.jspecify.annotations.NullMarked;
