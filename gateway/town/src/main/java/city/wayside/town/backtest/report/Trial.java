package city.wayside.town.backtest.report;

import city.wayside.town.backtest.BacktestResult;
import city.wayside.town.backtest.Comparison;

/// One run of a backtest, beside the truth.
///
/// @param result what it gave
/// @param comparison the same beside the truth
/// @param tookS how long it took
public record Trial(BacktestResult result, Comparison comparison, double tookS) {}
