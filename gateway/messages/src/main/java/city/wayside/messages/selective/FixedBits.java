package city.wayside.messages.selective;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Reads a number at a known bit of a message, most significant bit first, as one 8-byte word.
final class FixedBits {

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private FixedBits() {}

  /// A number of up to 57 bits. Where fewer than 8 bytes are left, the word is the message's last
  /// one, so that nothing beyond the message is ever touched.
  ///
  /// @param offset where the message begins
  /// @param length how many bytes it has, at least 8
  /// @param bit where the number begins in the message
  /// @param width how many bits it has, 1 to 57; they must lie within the message
  static long read(byte[] bytes, int offset, int length, int bit, int width) {
    int wordAt = Math.min(bit >>> 3, length - Long.BYTES);
    long word = (long) WORD.get(bytes, offset + wordAt);
    return word << (bit - 8 * wordAt) >>> (64 - width);
  }
}
