/// From tallies to closed windows. Tallies of all edge nodes flow in through [TallySource]; windows
/// and their revisions flow out through [WindowLedger]. [RollUp] is pure; [RollUpDriver] runs on
/// one virtual thread of one member and may block.
@NullMarked
package city.wayside.grid.rollup;

import org.jspecify.annotations.NullMarked;
