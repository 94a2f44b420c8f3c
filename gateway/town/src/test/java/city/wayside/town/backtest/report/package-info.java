/// Tests of the report.
@NullMarked
package city.wayside.town.backtest.report;

import org.jspecify.annotations.NullMarked;
