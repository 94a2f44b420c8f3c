package city.wayside.messages.selective;

/// Finds the vehicle class in part II of a BSM, passing over the other parts by their lengths:
///
/// ```
///   count 3, then for each part: partII-Id 6 | length 8 or 16 | content
///   content of part 2: extended 1 | optional 10 | classification 8 | classDetails ...
///   classDetails:      extended 1 | optional 9 | keyType 8 ...
/// ```
final class PartTwo {

  /// There is no class.
  static final int NO_CLASS = -1;

  /// A part is cut off or too large.
  static final int UNREADABLE = -2;

  private static final int COUNT_BITS = 3;
  private static final int ID_BITS = 6;
  private static final int SUPPLEMENT_ID = 2;
  private static final int CLASS_BITS = 8;

  /// The extension bit and the bits of ten optional fields.
  private static final int SUPPLEMENT_BITS = 1 + 10;

  private static final int HAS_CLASS = 1 << 9;
  private static final int HAS_DETAILS = 1 << 8;

  /// The extension bit and the bits of nine optional fields.
  private static final int DETAILS_BITS = 1 + 9;

  private static final int HAS_KEY_TYPE = 1 << 8;

  private PartTwo() {}

  /// The class of the first part that has one, 0 to 255, or [#NO_CLASS] or [#UNREADABLE].
  ///
  /// @param bit where part II begins in the message
  static int vehicleClass(byte[] bytes, int offset, int length, int bit) {
    int end = 8 * length;
    if (bit + COUNT_BITS > end) {
      return UNREADABLE;
    }
    int left = 1 + (int) FixedBits.read(bytes, offset, length, bit, COUNT_BITS);
    int at = bit + COUNT_BITS;
    while (left-- > 0) {
      if (at + ID_BITS + 8 > end) {
        return UNREADABLE;
      }
      int id = (int) FixedBits.read(bytes, offset, length, at, ID_BITS);
      int octets = (int) FixedBits.read(bytes, offset, length, at + ID_BITS, 8);
      at += ID_BITS + 8;
      if (octets > 0x7F) {
        if (octets > 0xBF || at + 8 > end) {
          return UNREADABLE;
        }
        octets = (octets & 0x3F) << 8 | (int) FixedBits.read(bytes, offset, length, at, 8);
        at += 8;
      }
      int next = at + 8 * octets;
      if (next > end) {
        return UNREADABLE;
      }
      if (id == SUPPLEMENT_ID) {
        int vehicleClass = supplement(bytes, offset, length, at, next);
        if (vehicleClass != NO_CLASS) {
          return vehicleClass;
        }
      }
      at = next;
    }
    return NO_CLASS;
  }

  private static int supplement(byte[] bytes, int offset, int length, int at, int end) {
    if (at + SUPPLEMENT_BITS > end) {
      return UNREADABLE;
    }
    int optional = (int) FixedBits.read(bytes, offset, length, at, SUPPLEMENT_BITS);
    int classAt = at + SUPPLEMENT_BITS;
    if ((optional & HAS_CLASS) == 0) {
      if ((optional & HAS_DETAILS) == 0) {
        return NO_CLASS;
      }
      if (classAt + DETAILS_BITS > end) {
        return UNREADABLE;
      }
      int details = (int) FixedBits.read(bytes, offset, length, classAt, DETAILS_BITS);
      if ((details & HAS_KEY_TYPE) == 0) {
        return NO_CLASS;
      }
      classAt += DETAILS_BITS;
    }
    return classAt + CLASS_BITS > end
        ? UNREADABLE
        : (int) FixedBits.read(bytes, offset, length, classAt, CLASS_BITS);
  }
}
