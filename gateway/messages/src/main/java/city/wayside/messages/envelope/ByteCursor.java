package city.wayside.messages.envelope;

import city.wayside.model.refusal.Refusal;

/// Reads numbers, most significant byte first, and passes over parts of an array. Looks at what is
/// left before it touches anything, and names the field that is cut short. One thread.
final class ByteCursor {

  private final byte[] array;
  private final int origin;
  private final int end;
  private int next;

  /// Begins at the first of the bytes that were received.
  ByteCursor(byte[] array, Slice received) {
    this(array, received.offsetBytes(), received);
  }

  private ByteCursor(byte[] array, int origin, Slice part) {
    this.array = array;
    this.origin = origin;
    this.next = part.offsetBytes();
    this.end = part.endBytes();
  }

  /// A cursor for a part of the same bytes, which counts its places from the same beginning.
  ByteCursor within(Slice part) {
    return new ByteCursor(array, origin, part);
  }

  /// The place of the next byte, from 0 at the first byte that was received.
  int atBytes() {
    return next - origin;
  }

  int leftBytes() {
    return end - next;
  }

  /// Index of the next byte in the array.
  int index() {
    return next;
  }

  /// What was read since an index of the array.
  Slice since(int index) {
    return new Slice(index, next - index);
  }

  /// All that is left, which stays unread.
  Slice rest() {
    return new Slice(next, end - next);
  }

  /// A byte further on without reading it, or -1 where there is none.
  int peek(int ahead) {
    return ahead < end - next ? array[next + ahead] & 0xFF : -1;
  }

  int octet(String field) throws Unreadable {
    require(1, field);
    return array[next++] & 0xFF;
  }

  /// A number without sign.
  ///
  /// @param octets how many bytes it takes, 0 to 8; from 8 bytes the highest bit becomes the sign
  long unsigned(int octets, String field) throws Unreadable {
    require(octets, field);
    long value = 0;
    for (int i = 0; i < octets; i++) {
      value = value << 8 | (array[next++] & 0xFF);
    }
    return value;
  }

  int uint16(String field) throws Unreadable {
    return (int) unsigned(2, field);
  }

  /// A number with sign in two's complement.
  int int32(String field) throws Unreadable {
    return (int) unsigned(4, field);
  }

  Slice take(int bytes, String field) throws Unreadable {
    require(bytes, field);
    Slice part = new Slice(next, bytes);
    next += bytes;
    return part;
  }

  void skip(int bytes, String field) throws Unreadable {
    require(bytes, field);
    next += bytes;
  }

  /// A refusal of the field that begins some bytes before the next one.
  Unreadable malformed(String field, int backBytes, String problem) {
    return new Unreadable(Refusal.MALFORMED, field, atBytes() - backBytes, problem);
  }

  private void require(int bytes, String field) throws Unreadable {
    if (bytes > end - next) {
      throw malformed(field, 0, "needs " + count(bytes) + ", but " + (end - next) + " are left");
    }
  }

  static String count(int bytes) {
    return bytes == 1 ? "1 byte" : bytes + " bytes";
  }
}
