/// The share of vehicles that report, from the city's files: a survey and counters. Files are
/// followed on a virtual thread; shares are asked for by the roll-up's thread.
@NullMarked
package city.wayside.town.penetration;

import org.jspecify.annotations.NullMarked;
