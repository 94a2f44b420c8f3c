package city.wayside.road.network;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Numbers texts in the order in which they come: all of them in one block of bytes, and a hash
/// table from text to number. A tenth of what a map of strings would take, and nothing for the
/// garbage collector to look through.
final class TextTable {

  private static final int TEXTS_FIRST = 64;

  private byte[] text = new byte[TEXTS_FIRST * 16];
  private int[] start = new int[TEXTS_FIRST + 1];
  private int[] slots = freeSlots(4 * TEXTS_FIRST);

  /// The hash of each text while texts come; it saves looking at texts that are others.
  private int[] hashes = new int[TEXTS_FIRST];

  private int size;

  /// How many texts there are; numbers are 0 to this, exclusive.
  int size() {
    return size;
  }

  /// Takes a text in; not after [#trim].
  ///
  /// @return its number, which is the number of texts before it; `-1 - number` when it was there
  int add(String added) {
    byte[] bytes = added.getBytes(StandardCharsets.UTF_8);
    int hash = Arrays.hashCode(bytes);
    int slot = slotOf(bytes, hash);
    if (slots[slot] >= 0) {
      return -1 - slots[slot];
    }
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * size);
      start = Arrays.copyOf(start, 2 * size + 1);
    }
    int end = Math.addExact(start[size], bytes.length);
    if (end > text.length) {
      text = Arrays.copyOf(text, (int) Math.clamp(2L * text.length, end, Integer.MAX_VALUE - 8));
    }
    System.arraycopy(bytes, 0, text, start[size], bytes.length);
    hashes[size] = hash;
    slots[slot] = size++;
    start[size] = end;
    if (2 * size > slots.length) {
      slots = freeSlots(2 * slots.length);
      for (int i = 0; i < size; i++) {
        slots[freeSlotOf(hashes[i])] = i;
      }
    }
    return size - 1;
  }

  /// Takes the text that came last out again.
  void removeLast() {
    size--;
    int slot = firstSlotOf(hashes[size]);
    while (slots[slot] != size) {
      slot = (slot + 1) & (slots.length - 1);
    }
    // Nothing came later, so nothing lies behind this slot because it was taken.
    slots[slot] = -1;
  }

  /// Lets go of what is needed for more texts only.
  void trim() {
    text = Arrays.copyOf(text, start[size]);
    start = Arrays.copyOf(start, size + 1);
    hashes = new int[0];
  }

  /// The text with a number.
  String get(int number) {
    return new String(
        text, start[number], start[number + 1] - start[number], StandardCharsets.UTF_8);
  }

  /// The number of a text, or -1.
  int indexOf(String wanted) {
    byte[] bytes = wanted.getBytes(StandardCharsets.UTF_8);
    return slots[slotOf(bytes, Arrays.hashCode(bytes))];
  }

  /// The text of a number into a version.
  void addTo(NetworkVersion content, int number) {
    content.add(text, start[number], start[number + 1]);
  }

  private static int[] freeSlots(int count) {
    int[] free = new int[count];
    Arrays.fill(free, -1);
    return free;
  }

  /// The slot of a text, or the free one where it belongs.
  private int slotOf(byte[] wanted, int hash) {
    int slot = firstSlotOf(hash);
    while (slots[slot] >= 0 && !isAt(slots[slot], wanted, hash)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private int freeSlotOf(int hash) {
    int slot = firstSlotOf(hash);
    while (slots[slot] >= 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private int firstSlotOf(int hash) {
    int spread = hash * 0x9E3779B1;
    return (spread ^ (spread >>> 15)) & (slots.length - 1);
  }

  private boolean isAt(int number, byte[] wanted, int hash) {
    if (number < hashes.length && hashes[number] != hash) {
      return false;
    }
    return Arrays.equals(text, start[number], start[number + 1], wanted, 0, wanted.length);
  }
}
