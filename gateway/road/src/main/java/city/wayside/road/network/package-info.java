/// The directed segments of a city in compact arrays, their topology and their spatial index.
/// Immutable; any thread.
@NullMarked
package city.wayside.road.network;

import org.jspecify.annotations.NullMarked;
