package city.wayside.messages.envelope;

import java.util.Arrays;

/// A part of the array that was read, by its place.
///
/// @param offsetBytes index of its first byte in the array
/// @param lengthBytes how many bytes it has, 0 or more
public record Slice(int offsetBytes, int lengthBytes) {

  /// A part that could lie in an array.
  public Slice {
    if (offsetBytes < 0 || lengthBytes < 0 || offsetBytes > Integer.MAX_VALUE - lengthBytes) {
      throw new IllegalArgumentException("bytes " + offsetBytes + " for " + lengthBytes);
    }
  }

  /// Index of the first byte after it.
  public int endBytes() {
    return offsetBytes + lengthBytes;
  }

  /// True when all of the other part lies in this one.
  public boolean contains(Slice other) {
    return other.offsetBytes >= offsetBytes && other.endBytes() <= endBytes();
  }

  /// A copy of its bytes.
  ///
  /// @param array the array that was read
  public byte[] of(byte[] array) {
    return Arrays.copyOfRange(array, offsetBytes, endBytes());
  }
}
