package city.wayside.kit.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Numbers names by their first appearance, without making a string of a name seen before.
final class NameTable {

  private static final int SLOTS_AT_FIRST = 1 << 10;

  private int[] slots = new int[SLOTS_AT_FIRST]; // index + 1 of a name, 0 when free
  private byte[][] names = new byte[SLOTS_AT_FIRST][];
  private int[] hashes = new int[SLOTS_AT_FIRST];
  private int count;

  /// The index of a name, from 0; a new name gets the next one.
  int indexOf(byte[] bytes, int from, int to) {
    int hash = hash(bytes, from, to);
    int mask = slots.length - 1;
    int slot = hash & mask;
    while (slots[slot] != 0) {
      int index = slots[slot] - 1;
      if (hashes[index] == hash && isName(index, bytes, from, to)) {
        return index;
      }
      slot = slot + 1 & mask;
    }
    slots[slot] = add(Arrays.copyOfRange(bytes, from, to), hash) + 1;
    if (count > slots.length / 2) {
      grow();
    }
    return count - 1;
  }

  private int add(byte[] name, int hash) {
    if (count == names.length) {
      names = Arrays.copyOf(names, 2 * count);
      hashes = Arrays.copyOf(hashes, 2 * count);
    }
    names[count] = name;
    hashes[count] = hash;
    return count++;
  }

  private boolean isName(int index, byte[] bytes, int from, int to) {
    byte[] name = names[index];
    return Arrays.equals(name, 0, name.length, bytes, from, to);
  }

  private void grow() {
    slots = new int[2 * slots.length];
    int mask = slots.length - 1;
    for (int index = 0; index < count; index++) {
      int slot = hashes[index] & mask;
      while (slots[slot] != 0) {
        slot = slot + 1 & mask;
      }
      slots[slot] = index + 1;
    }
  }

  private static int hash(byte[] bytes, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    // Names that only differ in their last digit must not lie side by side.
    return hash * 0x9E3779B9 ^ hash >>> 15;
  }

  /// How many names.
  int count() {
    return count;
  }

  /// The name with an index.
  String name(int index) {
    if (index < 0 || index >= count) {
      throw new IndexOutOfBoundsException("name " + index + " of " + count);
    }
    return new String(names[index], StandardCharsets.UTF_8);
  }
}
