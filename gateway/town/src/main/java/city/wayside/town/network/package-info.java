/// Describes road networks to people and writes them in the project's own GeoJSON. May block.
@NullMarked
package city.wayside.town.network;

import org.jspecify.annotations.NullMarked;
