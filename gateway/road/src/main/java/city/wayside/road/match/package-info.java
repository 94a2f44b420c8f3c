/// Puts a station's reports on segments, continuing its own trajectory. One thread per trajectory
/// at a time.
@NullMarked
package city.wayside.road.match;

import org.jspecify.annotations.NullMarked;
