package city.wayside.road.place;

import city.wayside.road.network.RoadNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A way through the city whose travel time is wanted.
///
/// @param id the city's own id
/// @param name a name for people; may be empty
/// @param segmentIndexes its segments in driving order, each driven after the one before
public record Corridor(String id, String name, List<Integer> segmentIndexes) {

  /// A corridor of the segments with the city's ids.
  ///
  /// @throws IllegalArgumentException when there are none, one is not in the network, or one cannot
  ///   be driven after the one before
  public static Corridor of(RoadNetwork network, String id, String name, List<String> segmentIds) {
    if (segmentIds.isEmpty()) {
      throw new IllegalArgumentException("segments is empty; allowed is one segment id or more");
    }
    List<Integer> indexes = new ArrayList<>(segmentIds.size());
    for (int place = 0; place < segmentIds.size(); place++) {
      String segmentId = segmentIds.get(place);
      int index = network.indexOf(segmentId);
      if (index < 0) {
        throw new IllegalArgumentException(
            "segments[%d] is \"%s\"; allowed is a segment of the network"
                .formatted(place, segmentId));
      }
      if (place > 0) {
        requireConnected(network, indexes.get(place - 1), index, place);
      }
      indexes.add(index);
    }
    return new Corridor(id, name, List.copyOf(indexes));
  }

  private static void requireConnected(RoadNetwork network, int before, int index, int place) {
    int[] successors = network.successors(before);
    if (Arrays.stream(successors).noneMatch(successor -> successor == index)) {
      List<String> allowed = Arrays.stream(successors).mapToObj(network::segmentId).toList();
      throw new IllegalArgumentException(
          "segments[%d] is \"%s\", which cannot be driven after \"%s\"; allowed are %s"
              .formatted(place, network.segmentId(index), network.segmentId(before), allowed));
    }
  }
}
