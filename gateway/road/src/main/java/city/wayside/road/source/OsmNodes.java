package city.wayside.road.source;

import java.util.Arrays;

/// Nodes of an OpenStreetMap file in flat arrays with a hash table: 24 to 48 bytes each.
final class OsmNodes {

  /// How many nodes a file may have.
  static final int NODES_MAX = 200_000_000;

  private static final int FIRST = 1024;

  private long[] ids = new long[FIRST];
  private int[] latE7 = new int[FIRST];
  private int[] lonE7 = new int[FIRST];
  private byte[] uses = new byte[FIRST];
  private int[] slots = new int[FIRST * 2];
  private int size;

  /// Adds a node; one that was there before stays as it is.
  ///
  /// @return false when it lies nowhere on earth, and was left out
  boolean add(long id, double latDeg, double lonDeg) {
    if (!(Math.abs(latDeg) <= 90) || !(Math.abs(lonDeg) <= 180)) {
      return false;
    }
    if (size == NODES_MAX) {
      throw new IllegalArgumentException("more nodes than allowed: at most " + NODES_MAX);
    }
    if (find(id) >= 0) {
      return true;
    }
    if (size == ids.length) {
      grow();
    }
    ids[size] = id;
    latE7[size] = (int) Math.round(latDeg * 1e7);
    lonE7[size] = (int) Math.round(lonDeg * 1e7);
    slots[slotOf(id)] = ++size;
    return true;
  }

  private void grow() {
    int larger = size * 2;
    ids = Arrays.copyOf(ids, larger);
    latE7 = Arrays.copyOf(latE7, larger);
    lonE7 = Arrays.copyOf(lonE7, larger);
    uses = Arrays.copyOf(uses, larger);
    slots = new int[larger * 2];
    for (int i = 0; i < size; i++) {
      slots[slotOf(ids[i])] = i + 1;
    }
  }

  /// The index of a node, or -1.
  int find(long id) {
    return slots[slotOf(id)] - 1;
  }

  private int slotOf(long id) {
    long hash = id * 0x9E3779B97F4A7C15L;
    int slot = (int) (hash >>> 32) & (slots.length - 1);
    while (slots[slot] != 0 && ids[slots[slot] - 1] != id) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  /// Notes that a way goes through a node, or begins or ends there, which counts twice: a way is
  /// cut where two or more uses meet.
  void use(int index, int times) {
    uses[index] = (byte) Math.min(2, uses[index] + times);
  }

  boolean isJunction(int index) {
    return uses[index] >= 2;
  }

  double latDeg(int index) {
    return latE7[index] / 1e7;
  }

  double lonDeg(int index) {
    return lonE7[index] / 1e7;
  }
}
