package city.wayside.road.match;

import city.wayside.model.message.Report;

/// A report and where on the network it belongs.
///
/// @param report the admitted report
/// @param segmentIndex the segment, or `StationState.OFF_ROAD`
/// @param offsetM distance from the segment's start, 0 to the segment's length; 0 when off the road
/// @param passages what the vehicle has driven since its last report; valid until the next match
public record MatchedReport(Report report, int segmentIndex, double offsetM, Passages passages) {}
