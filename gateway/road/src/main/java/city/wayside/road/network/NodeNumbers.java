package city.wayside.road.network;

import org.jspecify.annotations.Nullable;

/// Gives every node a number: by its name where the source names nodes, else by its place, rounded
/// to 10^-6 degrees (about 11 cm).
final class NodeNumbers {

  private static final double PLACES_PER_DEG = 1e6;
  private static final int SLOTS_FIRST = 256;

  private final TextTable names = new TextTable();
  private final IntList numberOfName = new IntList();
  private long[] places = new long[SLOTS_FIRST];
  private int[] numberOfPlace = new int[SLOTS_FIRST];
  private int placeCount;

  int number(@Nullable String name, double latDeg, double lonDeg) {
    int next = count();
    if (name != null) {
      int at = names.add(name);
      if (at >= 0) {
        numberOfName.add(next);
        return next;
      }
      return numberOfName.get(-1 - at);
    }
    long lat = Math.round(latDeg * PLACES_PER_DEG);
    long lon = Math.round(lonDeg * PLACES_PER_DEG);
    return number(lat << 32 ^ (lon & 0xFFFF_FFFFL), next);
  }

  /// The number of a place, which is the given one where it is new.
  private int number(long place, int next) {
    int slot = slotOf(place);
    if (numberOfPlace[slot] == 0) {
      places[slot] = place;
      numberOfPlace[slot] = next + 1;
      if (2 * ++placeCount > places.length) {
        grow();
      }
      return next;
    }
    return numberOfPlace[slot] - 1;
  }

  private void grow() {
    long[] oldPlaces = places;
    int[] oldNumbers = numberOfPlace;
    places = new long[2 * oldPlaces.length];
    numberOfPlace = new int[places.length];
    for (int i = 0; i < oldPlaces.length; i++) {
      if (oldNumbers[i] != 0) {
        int slot = slotOf(oldPlaces[i]);
        places[slot] = oldPlaces[i];
        numberOfPlace[slot] = oldNumbers[i];
      }
    }
  }

  private int slotOf(long place) {
    long hash = place * 0x9E3779B97F4A7C15L;
    int slot = (int) (hash >>> 32) & (places.length - 1);
    while (numberOfPlace[slot] != 0 && places[slot] != place) {
      slot = (slot + 1) & (places.length - 1);
    }
    return slot;
  }

  int count() {
    return names.size() + placeCount;
  }
}
