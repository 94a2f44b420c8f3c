package city.wayside.kit.mqtt;

/// Reads the fields of packets. What does not fit its packet is an [IndexOutOfBoundsException].
final class Fields {

  private static final int LENGTH_BITS_MAX = 28;

  private Fields() {}

  static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }

  /// Where properties end, from where their length is.
  static int afterProperties(byte[] bytes, int from, int end) {
    int length = 0;
    int at = from;
    int shift = 0;
    do {
      require(at < end && shift < LENGTH_BITS_MAX);
      length |= (bytes[at] & 0x7F) << shift;
      shift += 7;
    } while (bytes[at++] < 0);
    require(at + length <= end);
    return at + length;
  }

  /// Where a length of several bytes ends.
  static int afterLength(byte[] bytes, int from) {
    int at = from;
    while (bytes[at] < 0) {
      at++;
    }
    return at + 1;
  }

  static void require(boolean longEnough) {
    if (!longEnough) {
      throw new IndexOutOfBoundsException();
    }
  }
}
