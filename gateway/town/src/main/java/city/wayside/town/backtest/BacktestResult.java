package city.wayside.town.backtest;

import city.wayside.model.refusal.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a backtest gives.
///
/// @param rows traffic per segment and window
/// @param rowCount rows of the trace that were read
/// @param badLineCount lines of the trace that were no rows
/// @param stationCount stations in the trace
/// @param sampledCount rows of stations that belong to the sample
/// @param admittedCount rows that admission let in
/// @param offRoadCount admitted rows that lie on no segment
/// @param judgedCount admitted rows of which the trace says on which of the network's segments they
///   are
/// @param rightCount those of them that were put on that segment
/// @param refused rows that admission turned away, by code
/// @param droppedCount pieces of way that came too late to be counted
/// @param limits what a perfect assignment of the same rows gives; absent where it was not asked
///   for or the trace does not say on which segments vehicles are
public record BacktestResult(
    List<TrafficRow> rows,
    long rowCount,
    long badLineCount,
    int stationCount,
    long sampledCount,
    long admittedCount,
    long offRoadCount,
    long judgedCount,
    long rightCount,
    Map<Refusal, Long> refused,
    long droppedCount,
    @Nullable Limits limits) {}
