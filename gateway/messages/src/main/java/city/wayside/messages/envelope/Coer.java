package city.wayside.messages.envelope;

import city.wayside.model.refusal.Refusal;

/// The parts of the canonical octet encoding rules (ITU-T X.696) that IEEE 1609.2 needs. Stateless.
///
/// Fields that this version does not know are passed over by their lengths: alternatives and
/// additions after the extension marker are open types.
final class Coer {

  /// How many octets a length or a quantity may take; longer ones could not lie in an array.
  static final int LENGTH_OCTETS_MAX = 4;

  /// How many octets an integer without bounds, such as a Psid, may take.
  static final int INTEGER_OCTETS_MAX = 8;

  /// How many extension additions a sequence may declare.
  static final int ADDITIONS_MAX = 64;

  /// How many elements a sequence of permissions, regions or certificate parts may have.
  static final int ELEMENTS_MAX = 256;

  /// The bit of a preamble that tells of extension additions.
  static final int EXTENDED = 0x80;

  private static final int LONG_FORM = 0x80;
  private static final int CLASS_MASK = 0xC0;
  private static final int CONTEXT_CLASS = 0x80;
  private static final int LONG_TAG = 0x3F;

  private Coer() {}

  /// A length determinant (X.696 §8.6) that what is left can satisfy.
  static int length(ByteCursor in, String field) throws Unreadable {
    int from = in.index();
    int first = in.octet(field);
    long length = first;
    if (first >= LONG_FORM) {
      int octets = first - LONG_FORM;
      if (octets == 0 || octets > LENGTH_OCTETS_MAX) {
        throw in.malformed(
            field, 1, "has a length of " + octets + " octets, must be 1 to " + LENGTH_OCTETS_MAX);
      }
      length = in.unsigned(octets, field);
    }
    if (length > in.leftBytes()) {
      throw in.malformed(
          field,
          in.index() - from,
          "has length " + length + ", but " + in.leftBytes() + " are left");
    }
    return (int) length;
  }

  /// An octet string of any length, or a value that such a string wraps (an open type, §30).
  static Slice octets(ByteCursor in, String field) throws Unreadable {
    return in.take(length(in, field), field);
  }

  /// An integer from 0 without an upper bound (§10.3).
  static long unsigned(ByteCursor in, String field) throws Unreadable {
    int octets = length(in, field);
    if (octets == 0 || octets > INTEGER_OCTETS_MAX) {
      throw in.malformed(
          field, 1, "takes " + octets + " octets, must be 1 to " + INTEGER_OCTETS_MAX);
    }
    long value = in.unsigned(octets, field);
    if (value < 0) {
      throw in.malformed(field, octets + 1, "is 2^63 or more");
    }
    return value;
  }

  /// How many elements follow (§17.2).
  ///
  /// @param max the most that are taken; more are refused as too large
  static int quantity(ByteCursor in, String field, int max) throws Unreadable {
    int from = in.index();
    long count = unsigned(in, field);
    if (count > max) {
      throw new Unreadable(
          Refusal.TOO_LARGE,
          field,
          in.atBytes() - (in.index() - from),
          "has " + count + " elements, at most " + max + " are taken");
    }
    return (int) count;
  }

  /// The number of an enumeration's item (§11).
  static int enumerated(ByteCursor in, String field) throws Unreadable {
    int first = in.octet(field);
    if (first >= LONG_FORM) {
      throw in.malformed(field, 1, "is an enumerated value of more than one octet");
    }
    return first;
  }

  /// The tag of the alternative that was chosen (§20); the alternatives of these modules are tagged
  /// from 0 in the context class.
  static int choice(ByteCursor in, String field) throws Unreadable {
    int first = in.octet(field);
    if ((first & CLASS_MASK) != CONTEXT_CLASS || (first & LONG_TAG) == LONG_TAG) {
      throw in.malformed(field, 1, "has tag octet " + first + ", must be 128 to 190");
    }
    return first & LONG_TAG;
  }

  /// The presence bits before a sequence (§16.2).
  ///
  /// @param used the bits that have a meaning
  static int preamble(ByteCursor in, String field, int used) throws Unreadable {
    int bits = in.octet(field);
    if ((bits & ~used) != 0) {
      throw in.malformed(field, 1, "has preamble " + bits + " with bits beyond " + used);
    }
    return bits;
  }

  /// Passes over the extension additions of a sequence, if its preamble tells of any (§16.4).
  static void skipAdditions(ByteCursor in, int preamble, String field) throws Unreadable {
    if ((preamble & EXTENDED) == 0) {
      return;
    }
    ByteCursor bitmap = in.within(octets(in, field));
    int unusedBits = bitmap.octet(field);
    int declared = 8 * bitmap.leftBytes() - unusedBits;
    if (unusedBits > 7 || declared < 1) {
      throw bitmap.malformed(field, 1, "has an empty list of additions");
    }
    if (declared > ADDITIONS_MAX) {
      throw new Unreadable(
          Refusal.TOO_LARGE,
          field,
          bitmap.atBytes(),
          "declares " + declared + " additions, at most " + ADDITIONS_MAX + " are taken");
    }
    long present = bitmap.unsigned(bitmap.leftBytes(), field) >>> unusedBits;
    for (int i = Long.bitCount(present); i > 0; i--) {
      octets(in, field);
    }
  }
}
