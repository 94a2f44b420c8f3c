package city.wayside.edge.endpoint.mqtt.packet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Properties as they are written, without their length (MQTT 5 §2.2.2). Immutable, so that what
/// many packets have in common is made once.
final class PropertyBytes {

  /// No property.
  static final PropertyBytes NONE = new PropertyBytes(new byte[0], 0);

  private static final int TEXT_BYTES_MAX = 65_535;

  private final byte[] bytes;
  private final long seen;

  private PropertyBytes(byte[] bytes, long seen) {
    this.bytes = bytes;
    this.seen = seen;
  }

  /// All bytes; not to be changed.
  byte[] bytes() {
    return bytes;
  }

  /// How many bytes they have together with their length.
  int sectionBytes() {
    return VariableLength.bytes(bytes.length) + bytes.length;
  }

  /// Text as it is written, without its length. U+0000, which no text may have, becomes the
  /// replacement character: words about a client's input may hold anything.
  ///
  /// @throws IllegalArgumentException when it is longer than text can be
  static byte[] text(String text) {
    String legal = text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    byte[] utf8 = legal.getBytes(StandardCharsets.UTF_8);
    return requireShort(utf8);
  }

  private static byte[] requireShort(byte[] data) {
    if (data.length > TEXT_BYTES_MAX) {
      throw new IllegalArgumentException(
          data.length + " bytes of text or data, must be at most " + TEXT_BYTES_MAX);
    }
    return data;
  }

  PropertyBytes with8(int property, long value) {
    return withNumber(property, value, 1);
  }

  PropertyBytes with16(int property, long value) {
    return withNumber(property, value, 2);
  }

  PropertyBytes with32(int property, long value) {
    return withNumber(property, value, 4);
  }

  private PropertyBytes withNumber(int property, long value, int count) {
    if (value < 0 || value >>> (8 * count) != 0) {
      throw new IllegalArgumentException(Property.name(property) + " is " + value);
    }
    byte[] added = new byte[count];
    for (int i = 0; i < count; i++) {
      added[i] = (byte) (value >>> (8 * (count - 1 - i)));
    }
    return with(property, added);
  }

  PropertyBytes withText(int property, String text) {
    return withData(property, text(text));
  }

  PropertyBytes withData(int property, byte[] data) {
    requireShort(data);
    byte[] added = new byte[2 + data.length];
    put(data, added, 0);
    return with(property, added);
  }

  PropertyBytes withUserProperty(UserProperty user) {
    byte[] name = text(user.name());
    byte[] value = text(user.value());
    byte[] added = new byte[4 + name.length + value.length];
    put(value, added, put(name, added, 0));
    return with(Property.USER_PROPERTY, added);
  }

  private static int put(byte[] data, byte[] target, int at) {
    target[at] = (byte) (data.length >>> 8);
    target[at + 1] = (byte) data.length;
    System.arraycopy(data, 0, target, at + 2, data.length);
    return at + 2 + data.length;
  }

  private PropertyBytes with(int property, byte[] value) {
    long bit = Property.bit(property);
    if ((seen & bit) != 0 && property != Property.USER_PROPERTY) {
      throw new IllegalArgumentException("two of " + Property.name(property));
    }
    byte[] all = Arrays.copyOf(bytes, bytes.length + 1 + value.length);
    all[bytes.length] = (byte) property;
    System.arraycopy(value, 0, all, bytes.length + 1, value.length);
    return new PropertyBytes(all, seen | bit);
  }
}
