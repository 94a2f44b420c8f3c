package city.wayside.road.network;

/// The points of all links in metres of the local plane, worked out when asked: half the memory of
/// keeping them, and two multiplications.
final class PlanePoints {

  private final int[] latE7;
  private final int[] lonE7;
  private final double originLatE7;
  private final double originLonE7;
  private final double eastMPerE7;
  private final double northMPerE7;

  PlanePoints(Shapes shapes, LocalPlane plane) {
    latE7 = shapes.latE7();
    lonE7 = shapes.lonE7();
    originLatE7 = plane.originLatDeg() * Shapes.E7;
    originLonE7 = plane.originLonDeg() * Shapes.E7;
    eastMPerE7 = plane.eastMPerDeg() / Shapes.E7;
    northMPerE7 = LocalPlane.NORTH_M_PER_DEG / Shapes.E7;
  }

  double eastM(int point) {
    return (lonE7[point] - originLonE7) * eastMPerE7;
  }

  double northM(int point) {
    return (latE7[point] - originLatE7) * northMPerE7;
  }

  int count() {
    return latE7.length;
  }
}
