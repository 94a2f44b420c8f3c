package city.wayside.road.network;

/// Where a position falls on a link; filled by [RoadNetwork#project], to be reused.
public final class Projection {

  double distanceM;
  double offsetM;
  double overrunM;
  double directionEast;
  double directionNorth;

  /// For filling.
  public Projection() {}

  /// Distance from the position to the nearest point of the link.
  public double distanceM() {
    return distanceM;
  }

  /// Where that point is: metres from the link's start, 0 to its length.
  public double offsetM() {
    return offsetM;
  }

  /// How far the position lies before the line across the link's start, or behind the one across
  /// its end; 0 between them. For a connector they are the lines across the ends of the segments
  /// that it joins: a vehicle before the stop line is not in the junction yet, however near to it
  /// the way of a turn comes.
  public double overrunM() {
    return overrunM;
  }

  /// Driving direction there: the east part of a vector of length 1.
  public double directionEast() {
    return directionEast;
  }

  /// Driving direction there: the north part of a vector of length 1.
  public double directionNorth() {
    return directionNorth;
  }
}
