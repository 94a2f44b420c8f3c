package city.wayside.model.area;

/// A box of latitude and longitude that does not cross the antimeridian; its edges belong to it.
///
/// @param southDeg lowest latitude, -90 to 90
/// @param westDeg lowest longitude, -180 to 180
/// @param northDeg highest latitude, at least `southDeg`
/// @param eastDeg highest longitude, at least `westDeg`
public record BoundingBox(double southDeg, double westDeg, double northDeg, double eastDeg) {

  /// Refuses what is no box, `NaN` included.
  public BoundingBox {
    if (!(southDeg >= -90 && southDeg <= northDeg && northDeg <= 90)) {
      throw new IllegalArgumentException("latitudes " + southDeg + " to " + northDeg);
    }
    if (!(westDeg >= -180 && westDeg <= eastDeg && eastDeg <= 180)) {
      throw new IllegalArgumentException("longitudes " + westDeg + " to " + eastDeg);
    }
  }

  /// True when the position is inside or on the edge.
  public boolean contains(double latDeg, double lonDeg) {
    return latDeg >= southDeg && latDeg <= northDeg && lonDeg >= westDeg && lonDeg <= eastDeg;
  }

  /// True when the two share at least a point.
  public boolean intersects(BoundingBox other) {
    return southDeg <= other.northDeg
        && other.southDeg <= northDeg
        && westDeg <= other.eastDeg
        && other.westDeg <= eastDeg;
  }
}
