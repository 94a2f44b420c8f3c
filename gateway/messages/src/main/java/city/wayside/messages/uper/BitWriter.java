package city.wayside.messages.uper;

import java.util.Arrays;

/// Appends numbers of any width to growing bytes, most significant bit first. One thread; reusable.
public final class BitWriter {

  private static final int START_BYTES = 256;

  private byte[] bytes = new byte[START_BYTES];
  private int bit;

  /// Appends the low bits of a number.
  ///
  /// @param width how many, 0 to 64
  public void bits(long value, int width) {
    ensure(width);
    int left = width;
    while (left > 0) {
      int index = bit >>> 3;
      int free = 8 - (bit & 7);
      int taken = Math.min(free, left);
      long part = value >>> (left - taken) & ((1L << taken) - 1);
      bytes[index] |= (byte) (part << (free - taken));
      bit += taken;
      left -= taken;
    }
  }

  /// Appends one bit.
  public void bit(boolean value) {
    bits(value ? 1 : 0, 1);
  }

  /// How many bits were appended.
  public int bitCount() {
    return bit;
  }

  /// Takes back what was appended last.
  ///
  /// @param bits how many bits stay, at most [#bitCount()]
  void cut(int bits) {
    int stays = (bits + 7) >>> 3;
    if ((bits & 7) != 0) {
      bytes[bits >>> 3] &= (byte) (0xFF << (8 - (bits & 7)));
    }
    Arrays.fill(bytes, stays, (bit + 7) >>> 3, (byte) 0);
    bit = bits;
  }

  /// The bytes so far, the last one filled with zeros; at least one, as X.691 §11.1 asks.
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, Math.max(1, (bit + 7) >>> 3));
  }

  private void ensure(int width) {
    int needed = (bit + width + 7) >>> 3;
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
    }
  }
}
