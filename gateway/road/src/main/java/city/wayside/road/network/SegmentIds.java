package city.wayside.road.network;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The ids of all segments in one block of bytes, and a hash table from id to index: a tenth of
/// what a map of strings would take.
final class SegmentIds {

  private final byte[] text;
  private final int[] start;
  private final int[] slots;

  /// Packs the ids, which must be unique; an id's index is its place in the list.
  SegmentIds(List<String> ids) {
    start = new int[ids.size() + 1];
    slots = new int[Integer.highestOneBit(Math.max(4, ids.size())) * 4];
    Arrays.fill(slots, -1);
    byte[] packed = new byte[Math.max(16, ids.size() * 16)];
    int size = 0;
    for (int i = 0; i < ids.size(); i++) {
      byte[] id = ids.get(i).getBytes(StandardCharsets.UTF_8);
      if (size + id.length > packed.length) {
        packed = Arrays.copyOf(packed, Math.max(size + id.length, packed.length * 2));
      }
      System.arraycopy(id, 0, packed, size, id.length);
      size += id.length;
      start[i + 1] = size;
      int slot = slotOf(id);
      while (slots[slot] >= 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = i;
    }
    text = Arrays.copyOf(packed, size);
  }

  String get(int index) {
    return new String(text, start[index], start[index + 1] - start[index], StandardCharsets.UTF_8);
  }

  int indexOf(String id) {
    byte[] wanted = id.getBytes(StandardCharsets.UTF_8);
    int slot = slotOf(wanted);
    while (slots[slot] >= 0) {
      int index = slots[slot];
      if (Arrays.equals(text, start[index], start[index + 1], wanted, 0, wanted.length)) {
        return index;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return -1;
  }

  private int slotOf(byte[] id) {
    int hash = Arrays.hashCode(id) * 0x9E3779B1;
    return (hash ^ (hash >>> 15)) & (slots.length - 1);
  }
}
