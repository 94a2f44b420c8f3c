package city.wayside.road.network;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gives every node a number: by its name where the source names nodes, else by its place, rounded
/// to 10^-6 degrees (about 11 cm).
final class NodeNumbers {

  private static final double PLACES_PER_DEG = 1e6;

  private final Map<String, Integer> byName = new HashMap<>();
  private final Map<Long, Integer> byPlace = new HashMap<>();

  int number(@Nullable String name, double latDeg, double lonDeg) {
    int next = byName.size() + byPlace.size();
    if (name != null) {
      return byName.computeIfAbsent(name, _ -> next);
    }
    long lat = Math.round(latDeg * PLACES_PER_DEG);
    long lon = Math.round(lonDeg * PLACES_PER_DEG);
    return byPlace.computeIfAbsent(lat << 32 ^ (lon & 0xFFFF_FFFFL), _ -> next);
  }

  int count() {
    return byName.size() + byPlace.size();
  }
}
