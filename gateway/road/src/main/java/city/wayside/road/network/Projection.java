package city.wayside.road.network;

/// Where a position falls on a link; filled by [RoadNetwork#project], to be reused.
public final class Projection {

  double distanceM;
  double offsetM;
  double eastM;
  double northM;
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

  /// That point, in metres of the plane.
  public double eastM() {
    return eastM;
  }

  /// That point, in metres of the plane.
  public double northM() {
    return northM;
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
