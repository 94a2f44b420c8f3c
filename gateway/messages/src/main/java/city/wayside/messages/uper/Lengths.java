package city.wayside.messages.uper;

import city.wayside.model.refusal.Refusal;

/// How many elements, characters or octets follow (X.691 §11.9), and numbers that are normally
/// small (§11.6).
///
/// @param min the smallest length of the root
/// @param max the largest length of the root, or [#UNBOUNDED]
/// @param extensible true when the constraint ends in `...`, so that other lengths may come
record Lengths(int min, int max, boolean extensible) {

  static final int UNBOUNDED = -1;

  /// From here on a length comes in fragments; no message that an endpoint takes is so long.
  private static final int FRAGMENT = 16_384;

  private static final int SHORT_MAX = 127;
  private static final int SMALL_MAX = 63;

  Lengths {
    if (min < 0 || (max != UNBOUNDED && max < min) || max >= FRAGMENT) {
      throw new IllegalArgumentException("lengths from " + min + " to " + max);
    }
  }

  int read(BitReader in) throws Malformed {
    if (max == UNBOUNDED || (extensible && in.bit())) {
      return free(in);
    }
    int length = min + (int) in.bits(width(max - min));
    if (length > max) {
      throw in.malformed("has length " + length + ", must be " + min + " to " + max);
    }
    return length;
  }

  void write(int length, BitWriter out) throws Malformed {
    boolean root = length >= min && (max == UNBOUNDED || length <= max);
    if (!root && !extensible) {
      throw new Malformed(
          Refusal.OUT_OF_RANGE, "has length " + length + ", must be " + this, Malformed.NO_OFFSET);
    }
    if (extensible) {
      out.bit(!root);
    }
    if (max == UNBOUNDED || !root) {
      writeFree(length, out);
    } else {
      out.bits(length - min, width(max - min));
    }
  }

  int bitsMin() {
    return max == UNBOUNDED ? 8 : (extensible ? 1 : 0) + (extensible ? 0 : width(max - min));
  }

  /// Reads a length that nothing constrains.
  static int free(BitReader in) throws Malformed {
    if (!in.bit()) {
      return (int) in.bits(7);
    }
    if (in.bit()) {
      throw new Malformed(Refusal.TOO_LARGE, "has a part of " + FRAGMENT + " or more", in.offset());
    }
    return (int) in.bits(14);
  }

  static void writeFree(int length, BitWriter out) throws Malformed {
    if (length >= FRAGMENT) {
      throw new Malformed(
          Refusal.TOO_LARGE, "has a part of " + FRAGMENT + " or more", Malformed.NO_OFFSET);
    }
    if (length <= SHORT_MAX) {
      out.bits(length, 8);
    } else {
      out.bits(0b10L << 14 | length, 16);
    }
  }

  /// Reads a number that is normally below 64, as the number of an extension is.
  static int small(BitReader in) throws Malformed {
    if (!in.bit()) {
      return (int) in.bits(6);
    }
    int octets = free(in);
    if (octets < 1 || octets > 3) {
      throw in.malformed("has an extension whose number takes " + octets + " octets");
    }
    return (int) in.bits(8 * octets);
  }

  static void writeSmall(int number, BitWriter out) throws Malformed {
    if (number <= SMALL_MAX) {
      out.bits(number, 7);
      return;
    }
    int octets = (width(number) + 7) / 8;
    out.bit(true);
    writeFree(octets, out);
    out.bits(number, 8 * octets);
  }

  /// How many bits the numbers from 0 to a largest one take.
  static int width(long largest) {
    return 64 - Long.numberOfLeadingZeros(largest);
  }

  @Override
  public String toString() {
    String root = max == UNBOUNDED ? min + " or more" : min == max ? "" + min : min + " to " + max;
    return extensible ? root + " or an extension" : root;
  }
}
