package city.wayside.road.place;

import city.wayside.model.area.GeoPoint;
import city.wayside.road.network.RoadNetwork;
import java.util.ArrayList;
import java.util.List;

/// A part of the city whose vehicles are counted.
///
/// @param id the city's own id
/// @param name a name for people; may be empty
/// @param border its corners in order, the last one joined to the first
/// @param segmentIndexes the segments whose middle lies inside
public record Zone(String id, String name, List<GeoPoint> border, List<Integer> segmentIndexes) {

  private static final int CORNERS_MIN = 3;

  /// A zone with the segments of a network that lie in it.
  ///
  /// @param border three corners or more; a last one that repeats the first is left out
  /// @throws IllegalArgumentException when the border is none, or no segment lies inside
  public static Zone of(RoadNetwork network, String id, String name, List<GeoPoint> border) {
    List<GeoPoint> corners = new ArrayList<>(border);
    if (corners.size() > 1 && corners.getFirst().equals(corners.getLast())) {
      corners.removeLast();
    }
    if (corners.size() < CORNERS_MIN) {
      throw new IllegalArgumentException(
          "polygon has %d corners; allowed are %d or more".formatted(corners.size(), CORNERS_MIN));
    }
    for (GeoPoint corner : corners) {
      if (!corner.isPosition()) {
        throw new IllegalArgumentException(
            "polygon has the corner [%s, %s]; allowed is [longitude, latitude] in degrees"
                .formatted(corner.lonDeg(), corner.latDeg()));
      }
    }
    List<Integer> inside = new ArrayList<>();
    for (int segment = 0; segment < network.segmentCount(); segment++) {
      double middleM = network.lengthM(segment) / 2;
      if (contains(corners, network.latDeg(segment, middleM), network.lonDeg(segment, middleM))) {
        inside.add(segment);
      }
    }
    if (inside.isEmpty()) {
      throw new IllegalArgumentException(
          "no segment of the network lies inside; is latitude where longitude belongs?");
    }
    return new Zone(id, name, List.copyOf(corners), List.copyOf(inside));
  }

  /// Whether a position is inside: a line from it to the east crosses the border an odd number of
  /// times.
  private static boolean contains(List<GeoPoint> corners, double latDeg, double lonDeg) {
    boolean inside = false;
    GeoPoint from = corners.getLast();
    for (GeoPoint to : corners) {
      if (from.latDeg() > latDeg != to.latDeg() > latDeg) {
        double share = (latDeg - from.latDeg()) / (to.latDeg() - from.latDeg());
        inside ^= lonDeg < from.lonDeg() + share * (to.lonDeg() - from.lonDeg());
      }
      from = to;
    }
    return inside;
  }
}
