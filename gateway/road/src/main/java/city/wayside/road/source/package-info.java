/// Reads road networks from GeoJSON and OpenStreetMap, and refuses what is none. At start; may
/// block.
@NullMarked
package city.wayside.road.source;

import org.jspecify.annotations.NullMarked;
