package city.wayside.messages.uper;

import city.wayside.model.refusal.Refusal;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Reads numbers of any width from bytes, most significant bit first. One thread; reusable.
///
/// Each read takes one 8-byte word. Where fewer than 8 bytes are left, the word is the last one of
/// the message, so that nothing beyond the message is ever touched.
public final class BitReader {

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  /// A word holds this many bits whatever bit of its first byte they start at.
  private static final int WORD_BITS = 57;

  private byte[] bytes = {};
  private int firstByte;
  private int lastWord;
  private long bit;
  private long endBit;

  /// Begins at the first bit of these bytes, which are only read.
  public BitReader reset(byte[] source, int offset, int length) {
    bytes = source;
    firstByte = offset;
    lastWord = offset + length - Long.BYTES;
    bit = 8L * offset;
    endBit = bit + 8L * length;
    return this;
  }

  /// The next bits as a number.
  ///
  /// @param width how many, 0 to 64
  /// @throws Malformed when fewer are left
  public long bits(int width) throws Malformed {
    long start = bit;
    long next = start + width;
    if (next > endBit) {
      throw truncated(width);
    }
    bit = next;
    if (width == 0) {
      return 0;
    }
    return width <= WORD_BITS ? word(start, width) : twoWords(start, width);
  }

  /// The next bit.
  public boolean bit() throws Malformed {
    long start = bit;
    if (start >= endBit) {
      throw truncated(1);
    }
    bit = start + 1;
    return (bytes[(int) (start >>> 3)] >> (7 - ((int) start & 7)) & 1) != 0;
  }

  private long word(long start, int width) {
    int index = (int) (start >>> 3);
    if (index > lastWord) {
      if (lastWord < firstByte) {
        return bitByBit(start, width);
      }
      index = lastWord;
    }
    long word = (long) WORD.get(bytes, index);
    return word << (start - 8L * index) >>> (64 - width);
  }

  private long twoWords(long start, int width) {
    int low = width - 32;
    return word(start, 32) << low | word(start + 32, low);
  }

  private long bitByBit(long start, int width) {
    long value = 0;
    for (long i = start; i < start + width; i++) {
      value = value << 1 | (bytes[(int) (i >>> 3)] >> (7 - ((int) i & 7)) & 1);
    }
    return value;
  }

  /// Passes over bits.
  void skip(long count) throws Malformed {
    if (count > endBit - bit) {
      throw truncated(count);
    }
    bit += count;
  }

  /// How many bits are left.
  public long remainingBits() {
    return endBit - bit;
  }

  /// How many bits were read since [#reset].
  public int offset() {
    return (int) (bit - 8L * firstByte);
  }

  /// The place of the next bit in the array that is read, as [Tape] keeps it.
  long place() {
    return bit;
  }

  /// Lets the message end earlier, as an open type does.
  ///
  /// @return the end so far, to be given back to [#endAt]
  long endAfter(long bitCount) throws Malformed {
    if (bitCount > endBit - bit) {
      throw truncated(bitCount);
    }
    long end = endBit;
    endBit = bit + bitCount;
    return end;
  }

  void endAt(long end) {
    endBit = end;
  }

  private Malformed truncated(long wanted) {
    long left = endBit - bit;
    return new Malformed(
        Refusal.MALFORMED, "needs " + wanted + " bits where " + left + " are left", offset());
  }

  Malformed malformed(String reason) {
    return new Malformed(Refusal.MALFORMED, reason, offset());
  }
}
