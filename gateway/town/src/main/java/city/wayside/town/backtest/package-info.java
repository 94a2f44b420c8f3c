/// A recorded trace in, traffic per segment and window out, by the same admission, matching, tally
/// and roll-up code as the live service; with the truth at hand, its errors. Main thread.
@NullMarked
package city.wayside.town.backtest;

import org.jspecify.annotations.NullMarked;
