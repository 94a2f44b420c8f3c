package city.wayside.town.backtest;

import java.util.List;

/// What a perfect assignment makes of the same rows: the figures that can be reached at best.
///
/// @param cut the second in which a vehicle changes segments is cut at the border
/// @param whole that second counts for the later segment: the plain sum over rows
public record Limits(List<TrafficRow> cut, List<TrafficRow> whole) {}
