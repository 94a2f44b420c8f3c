/// Areas on the earth, WGS 84. Any thread.
@NullMarked
package city.wayside.model.area;

import org.jspecify.annotations.NullMarked;
