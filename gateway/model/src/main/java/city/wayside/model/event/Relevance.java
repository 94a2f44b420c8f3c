package city.wayside.model.event;

/// Whom an event concerns.
///
/// @param distanceM how far from the event, as the upper end of the sender's class; `NaN` when it
///   gave none; infinite for "more than 10 km"
/// @param direction which traffic
public record Relevance(double distanceM, Direction direction) {

  /// Nothing was said.
  public static final Relevance UNKNOWN = new Relevance(Double.NaN, Direction.UNKNOWN);

  /// Which traffic an event concerns (RelevanceTrafficDirection).
  public enum Direction {
    UNKNOWN,
    ALL,
    UPSTREAM,
    DOWNSTREAM,
    OPPOSITE
  }
}
