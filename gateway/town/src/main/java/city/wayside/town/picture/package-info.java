/// Draws road networks, as SVG or PNG. May block.
@NullMarked
package city.wayside.town.picture;

import org.jspecify.annotations.NullMarked;
