@NullMarked
package city.wayside.adapters;

import org.jspecify.annotations.NullMarked;
