package city.wayside.road.network;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The version of a network: the first twelve hexadecimal digits of the SHA-256 of everything that
/// matching and tallies depend on, in the order of the segments.
final class NetworkVersion {

  private static final int DIGITS = 12;

  private final MessageDigest digest;
  private final ByteBuffer buffer = ByteBuffer.allocate(8192);

  NetworkVersion() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /// Adds the bytes of a text.
  void add(byte[] bytes, int from, int to) {
    add(to - from);
    flush();
    digest.update(bytes, from, to - from);
  }

  void add(int number) {
    if (buffer.remaining() < Integer.BYTES) {
      flush();
    }
    buffer.putInt(number);
  }

  void add(double number) {
    long bits = Double.doubleToLongBits(number);
    add((int) (bits >>> 32));
    add((int) bits);
  }

  String finish() {
    flush();
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }

  private void flush() {
    buffer.flip();
    digest.update(buffer);
    buffer.clear();
  }
}
