package city.wayside.model.traffic;

/// Travel times from a segment's start to its end, of traversals that ended in the window.
///
/// @param p50S half of the traversals were at most this long, seconds
/// @param p80S 80 % of the traversals were at most this long, seconds
/// @param p95S 95 % of the traversals were at most this long, seconds
public record TravelTimePercentiles(double p50S, double p80S, double p95S) {}
