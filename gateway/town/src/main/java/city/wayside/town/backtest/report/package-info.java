/// The report of backtests for people: one page of HTML with drawings, no script, nothing fetched.
/// Main thread.
@NullMarked
package city.wayside.town.backtest.report;

import org.jspecify.annotations.NullMarked;
