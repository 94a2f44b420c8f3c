/// Scripted traffic, and what is found in it.
@NullMarked
package city.wayside.edge.detect;

import org.jspecify.annotations.NullMarked;
