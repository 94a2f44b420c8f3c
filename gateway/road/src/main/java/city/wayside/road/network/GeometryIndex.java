package city.wayside.road.network;

/// Finds segments that lie on one another: between the same nodes, through the same points, on the
/// same level. A hash table of segment numbers, for building.
final class GeometryIndex {

  private static final int SLOTS_FIRST = 1024;

  private final ShapesBuilder shapes;
  private final IntList fromNode;
  private final IntList toNode;
  private final IntList level;
  private int[] slots = new int[SLOTS_FIRST];
  private int[] hashes = new int[SLOTS_FIRST];
  private int size;

  /// For the segments of these lists.
  GeometryIndex(ShapesBuilder shapes, IntList fromNode, IntList toNode, IntList level) {
    this.shapes = shapes;
    this.fromNode = fromNode;
    this.toNode = toNode;
    this.level = level;
  }

  /// Takes a segment in.
  ///
  /// @return false when another one lies there; then it is not taken in
  boolean add(int segment) {
    if (2 * size >= slots.length) {
      grow();
    }
    int hash = hash(segment);
    int slot = hash & (slots.length - 1);
    while (slots[slot] != 0) {
      if (hashes[slot] == hash && isSame(segment, slots[slot] - 1)) {
        return false;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = segment + 1;
    hashes[slot] = hash;
    size++;
    return true;
  }

  private void grow() {
    int[] oldSlots = slots;
    int[] oldHashes = hashes;
    slots = new int[2 * oldSlots.length];
    hashes = new int[slots.length];
    for (int i = 0; i < oldSlots.length; i++) {
      if (oldSlots[i] != 0) {
        int slot = oldHashes[i] & (slots.length - 1);
        while (slots[slot] != 0) {
          slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = oldSlots[i];
        hashes[slot] = oldHashes[i];
      }
    }
  }

  private int hash(int segment) {
    int hash = 31 * fromNode.get(segment) + toNode.get(segment);
    for (int point = shapes.firstPoint(segment); point <= shapes.lastPoint(segment); point++) {
      hash = 31 * (31 * hash + shapes.latE7(point)) + shapes.lonE7(point);
    }
    hash *= 0x9E3779B1;
    return hash ^ (hash >>> 15);
  }

  private boolean isSame(int one, int other) {
    int count = shapes.lastPoint(one) - shapes.firstPoint(one);
    if (fromNode.get(one) != fromNode.get(other)
        || toNode.get(one) != toNode.get(other)
        || level.get(one) != level.get(other)
        || count != shapes.lastPoint(other) - shapes.firstPoint(other)) {
      return false;
    }
    for (int i = 0; i <= count; i++) {
      int point = shapes.firstPoint(one) + i;
      int otherPoint = shapes.firstPoint(other) + i;
      if (shapes.latE7(point) != shapes.latE7(otherPoint)
          || shapes.lonE7(point) != shapes.lonE7(otherPoint)) {
        return false;
      }
    }
    return true;
  }
}
