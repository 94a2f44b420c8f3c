@NullMarked
package city.wayside.grid.form;

import org.jspecify.annotations.NullMarked;
