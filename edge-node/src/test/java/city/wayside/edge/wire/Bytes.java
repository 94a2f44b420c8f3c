package city.wayside.edge.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Puts octets together. Nothing is checked: illegal packets are made with it too.
public final class Bytes {

  private static final int SEVEN_BITS = 0x7F;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /// These octets as an array.
  public static byte[] of(int... octets) {
    Bytes bytes = new Bytes();
    for (int octet : octets) {
      bytes.u8(octet);
    }
    return bytes.toArray();
  }

  /// Octets in hexadecimal digits, spaces between them as one likes.
  public static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  /// Several arrays, one after the other.
  public static byte[] joined(byte[]... parts) {
    Bytes bytes = new Bytes();
    for (byte[] part : parts) {
      bytes.raw(part);
    }
    return bytes.toArray();
  }

  /// One octet.
  public Bytes u8(int value) {
    out.write(value);
    return this;
  }

  /// Two octets, the more significant first.
  public Bytes u16(int value) {
    return u8(value >> 8).u8(value);
  }

  /// Four octets, the most significant first.
  public Bytes u32(long value) {
    return u16((int) (value >> 16)).u16((int) value);
  }

  /// A variable byte integer in as few octets as possible.
  public Bytes varint(long value) {
    long rest = value;
    while (rest > SEVEN_BITS) {
      u8(0x80 | (int) (rest & SEVEN_BITS));
      rest >>= 7;
    }
    return u8((int) rest);
  }

  /// A variable byte integer in exactly so many octets, which is illegal when fewer would do.
  public Bytes varint(long value, int lengthBytes) {
    for (int place = 0; place < lengthBytes; place++) {
      int more = place < lengthBytes - 1 ? 0x80 : 0;
      u8(more | (int) ((value >> (7 * place)) & SEVEN_BITS));
    }
    return this;
  }

  /// A string with its length.
  public Bytes text(String value) {
    return blob(utf8(value));
  }

  /// Binary data with its length.
  public Bytes blob(byte[] value) {
    return u16(value.length).raw(value);
  }

  /// Octets as they are.
  public Bytes raw(byte[] value) {
    out.writeBytes(value);
    return this;
  }

  /// What was put together.
  public byte[] toArray() {
    return out.toByteArray();
  }

  static byte[] utf8(String value) {
    return value.getBytes(StandardCharsets.UTF_8);
  }
}
