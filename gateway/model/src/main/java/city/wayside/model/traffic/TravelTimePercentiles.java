package city.wayside.model.traffic;

/// Travel times from a segment's start to its end, of traversals that ended in the window.
///
/// @param traversalCount how many traversals; 0 when that is not known, and then no feed may take
///   the times for those of more than one vehicle
/// @param p50S half of the traversals were at most this long, seconds
/// @param p80S 80 % of the traversals were at most this long, seconds
/// @param p95S 95 % of the traversals were at most this long, seconds
public record TravelTimePercentiles(int traversalCount, double p50S, double p80S, double p95S) {

  /// Percentiles of an unknown number of traversals.
  public TravelTimePercentiles(double p50S, double p80S, double p95S) {
    this(0, p50S, p80S, p95S);
  }
}
