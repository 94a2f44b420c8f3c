package city.wayside.road.network;

import org.jspecify.annotations.Nullable;

/// One directed segment as its source tells it, checked on its own at birth.
///
/// @param id the city's own id, unique in the network; not empty
/// @param name the street's name; empty when unknown
/// @param roadClass the class in OSM's words; empty when unknown
/// @param lengthM length as the source gives it, above zero; `NaN` to have it computed
/// @param speedLimitMps legal limit, above zero; `NaN` when unknown
/// @param lanes lanes in this direction, 0 when unknown
/// @param fromNode the node where it begins; `null` to take its first point
/// @param toNode the node where it ends; `null` to take its last point
/// @param latDeg latitudes in driving direction, two or more, WGS 84
/// @param lonDeg longitudes in driving direction, as many
/// @param level on the ground, on a bridge, in a tunnel
public record SegmentDraft(
    String id,
    String name,
    String roadClass,
    double lengthM,
    double speedLimitMps,
    int lanes,
    @Nullable String fromNode,
    @Nullable String toNode,
    double[] latDeg,
    double[] lonDeg,
    Level level) {

  /// How many points one segment may have.
  public static final int POINTS_MAX = 10_000;

  /// How many characters an id may have.
  public static final int ID_LENGTH_MAX = 200;

  /// How long a segment may be.
  public static final double LENGTH_M_MAX = 1_000_000;

  /// The highest speed limit that is believed: 400 km/h.
  public static final double SPEED_LIMIT_MPS_MAX = 111.2;

  /// How many lanes are believed.
  public static final int LANES_MAX = 30;

  /// Refuses what cannot be a segment, with a message that names the field, its value and what is
  /// allowed.
  public SegmentDraft {
    require(!id.isEmpty(), "id", "\"\"", "a text that is not empty");
    require(
        id.length() <= ID_LENGTH_MAX,
        "id",
        "of " + id.length() + " characters",
        "at most " + ID_LENGTH_MAX);
    require(
        Double.isNaN(lengthM) || (lengthM > 0 && lengthM <= LENGTH_M_MAX),
        "length_m",
        lengthM,
        "above 0 and at most " + (long) LENGTH_M_MAX);
    require(
        Double.isNaN(speedLimitMps) || (speedLimitMps > 0 && speedLimitMps <= SPEED_LIMIT_MPS_MAX),
        "speed_limit_mps",
        speedLimitMps,
        "above 0 and at most " + SPEED_LIMIT_MPS_MAX);
    require(lanes >= 0 && lanes <= LANES_MAX, "lanes", lanes, "0 to " + LANES_MAX);
    require(
        latDeg.length == lonDeg.length && latDeg.length >= 2 && latDeg.length <= POINTS_MAX,
        "coordinates",
        "with " + latDeg.length + " points",
        "2 to " + POINTS_MAX + " points");
    for (int i = 0; i < latDeg.length; i++) {
      requireWithin(90, "latitude", latDeg[i]);
      requireWithin(180, "longitude", lonDeg[i]);
    }
  }

  /// One on the ground.
  public SegmentDraft(
      String id,
      String name,
      String roadClass,
      double lengthM,
      double speedLimitMps,
      int lanes,
      @Nullable String fromNode,
      @Nullable String toNode,
      double[] latDeg,
      double[] lonDeg) {
    this(
        id,
        name,
        roadClass,
        lengthM,
        speedLimitMps,
        lanes,
        fromNode,
        toNode,
        latDeg,
        lonDeg,
        Level.GROUND);
  }

  /// Makes no object of a value that is right: there are millions of them.
  private static void requireWithin(int mostDeg, String field, double valueDeg) {
    if (!(Math.abs(valueDeg) <= mostDeg)) {
      require(false, field, valueDeg, -mostDeg + " to " + mostDeg);
    }
  }

  private static void require(boolean holds, String field, Object value, String allowed) {
    if (!holds) {
      throw new IllegalArgumentException(field + " " + value + ": allowed is " + allowed);
    }
  }
}
