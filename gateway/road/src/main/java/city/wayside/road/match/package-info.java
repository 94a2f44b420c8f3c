/// Puts a station's reports on segments, continuing its own trajectory: reports in, matched reports
/// with the passages driven since the last one out. A matcher is for any threads, a trajectory for
/// one at a time. Never blocks.
@NullMarked
package city.wayside.road.match;

import org.jspecify.annotations.NullMarked;
