package city.wayside.messages.uper;

import city.wayside.model.refusal.Refusal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A whole message's values in one array of numbers. Nothing else is built while decoding, and the
/// array is used again for the next message.
///
/// Each value is a cell. What a cell means, its [Type] knows: the number itself, the index of a
/// block of further cells, or the place and length of a string in the bytes. A value that is not
/// there is [#ABSENT]. One thread.
public final class Tape {

  /// The cell of a value that is not there.
  public static final long ABSENT = Long.MIN_VALUE;

  /// How many cells a message may fill; refused as too large beyond. Field messages of the largest
  /// size that endpoints take need a tenth of it.
  public static final int CELLS_MAX = 1 << 18;

  /// How many bytes strings of a message that is built here may fill together.
  public static final int STRING_BYTES_MAX = 1 << 16;

  private static final int START_CELLS = 512;
  private static final byte[] NO_BYTES = {};

  private long[] cells = new long[START_CELLS];
  private int used;
  private byte[] source = NO_BYTES;
  private @Nullable BitWriter strings;

  /// Forgets everything and reads strings from these bytes.
  void reset(byte[] bytes) {
    used = 0;
    source = bytes;
    strings = null;
  }

  /// Takes cells for a block.
  ///
  /// @return index of the first
  int reserve(int count) throws Malformed {
    int at = used;
    if (count > CELLS_MAX - at) {
      throw new Malformed(
          Refusal.TOO_LARGE, "holds more than " + CELLS_MAX + " values", Malformed.NO_OFFSET);
    }
    used = at + count;
    if (used > cells.length) {
      cells = Arrays.copyOf(cells, Math.max(used, 2 * cells.length));
    }
    return at;
  }

  /// The cell at an index.
  public long cell(int index) {
    return cells[index];
  }

  void set(int index, long cell) {
    cells[index] = cell;
  }

  void clear(int from, int count) {
    Arrays.fill(cells, from, from + count, ABSENT);
  }

  /// How many bits the strings fill that were built here.
  int stringBits() {
    return strings == null ? 0 : strings.bitCount();
  }

  /// Takes back the cells and strings that came last.
  ///
  /// @param count how many cells stay
  /// @param bits how many bits of strings stay
  void cut(int count, int bits) {
    used = count;
    if (strings != null) {
      strings.cut(bits);
      built = null;
    }
  }

  /// How many cells are in use.
  public int size() {
    return used;
  }

  /// The elements that a cell of a list has.
  ///
  /// @param list the list's cell, or [#ABSENT] for no elements
  public int count(long list) {
    return list == ABSENT ? 0 : (int) cells[(int) list];
  }

  /// The cell of an element of a list.
  public long item(long list, int index) {
    if (index < 0 || index >= count(list)) {
      throw new IndexOutOfBoundsException("element " + index + " of " + count(list));
    }
    return cells[(int) list + 1 + index];
  }

  /// How many units (bits, octets, characters) a string's cell has.
  public int length(long string) {
    return (int) (string & 0xFFFF_FFFFL);
  }

  /// A number of up to 64 bits within a string.
  ///
  /// @param fromBit where it begins in the string
  public long bits(long string, int fromBit, int width) {
    long place = (string >>> 32) + fromBit;
    byte[] bytes = bytes();
    long value = 0;
    for (int i = 0; i < width; i++, place++) {
      value = value << 1 | (bytes[(int) (place >>> 3)] >> (7 - ((int) place & 7)) & 1);
    }
    return value;
  }

  /// Keeps a string that comes from elsewhere than the decoded bytes.
  ///
  /// @param units the string's bits, octets or characters
  /// @param unitBits how many bits each of them takes
  /// @return its cell
  long keep(long[] units, int unitBits) throws Malformed {
    if (strings == null) {
      strings = new BitWriter();
      for (byte octet : source) {
        strings.bits(octet & 0xFF, 8);
      }
      built = null;
    }
    if (strings.bitCount() / 8 + (long) units.length * unitBits / 8 > STRING_BYTES_MAX) {
      throw new Malformed(
          Refusal.TOO_LARGE,
          "has strings of more than " + STRING_BYTES_MAX + " bytes",
          Malformed.NO_OFFSET);
    }
    long cell = cell(strings.bitCount(), units.length);
    for (long unit : units) {
      strings.bits(unit, unitBits);
    }
    built = null;
    return cell;
  }

  private byte @Nullable [] built;

  private byte[] bytes() {
    if (strings == null) {
      return source;
    }
    if (built == null) {
      built = strings.toBytes();
    }
    return built;
  }

  /// A string's cell: its place in bits and its length in units.
  static long cell(long place, int length) {
    return place << 32 | length;
  }
}
