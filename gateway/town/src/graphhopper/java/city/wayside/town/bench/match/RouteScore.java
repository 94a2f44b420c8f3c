package city.wayside.town.bench.match;

import city.wayside.road.network.RoadNetwork;
import java.util.Map;
import java.util.Set;

/// How much of the way that was found was driven, and how much of the way that was driven was
/// found, by the lengths of segments.
///
/// @param precisionPercent of what was found
/// @param recallPercent of what was driven
record RouteScore(double precisionPercent, double recallPercent) {

  /// Of all vehicles together; segments count with their whole length, each once a vehicle.
  ///
  /// @param found by station; who is missing was not found at all
  static RouteScore of(
      RoadNetwork network, Map<Long, Set<Integer>> found, Map<Long, Set<Integer>> truth) {
    double foundM = 0;
    double drivenM = 0;
    double bothM = 0;
    for (Map.Entry<Long, Set<Integer>> vehicle : truth.entrySet()) {
      Set<Integer> mine = found.getOrDefault(vehicle.getKey(), Set.of());
      for (int segment : mine) {
        foundM += network.lengthM(segment);
        bothM += vehicle.getValue().contains(segment) ? network.lengthM(segment) : 0;
      }
      for (int segment : vehicle.getValue()) {
        drivenM += network.lengthM(segment);
      }
    }
    return new RouteScore(100 * bothM / foundM, 100 * bothM / drivenM);
  }
}
