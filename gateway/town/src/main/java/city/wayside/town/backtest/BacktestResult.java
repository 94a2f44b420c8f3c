package city.wayside.town.backtest;

import city.wayside.model.refusal.Refusal;
import java.util.List;
import java.util.Map;

/// What a backtest gives.
///
/// @param rows traffic per segment and window
/// @param rowCount rows of the trace that were read
/// @param badLineCount lines of the trace that were no rows
/// @param stationCount stations in the trace
/// @param sampledCount rows of stations that belong to the sample
/// @param admittedCount rows that admission let in
/// @param offRoadCount admitted rows that lie on no segment
/// @param refused rows that admission turned away, by code
/// @param droppedCount pieces of way that came too late to be counted
public record BacktestResult(
    List<TrafficRow> rows,
    long rowCount,
    long badLineCount,
    int stationCount,
    long sampledCount,
    long admittedCount,
    long offRoadCount,
    Map<Refusal, Long> refused,
    long droppedCount) {}
