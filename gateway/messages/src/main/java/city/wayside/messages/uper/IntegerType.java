package city.wayside.messages.uper;

import city.wayside.model.refusal.Refusal;

/// `INTEGER (min..max)`, with or without `...`; a missing bound is the bound of 64 bits. Its cell
/// is the number. X.691 §13.
public final class IntegerType extends Type {

  private static final int OCTETS_MAX = 8;

  private final long min;
  private final long max;
  private final boolean extensible;
  private final int width;

  IntegerType(long min, long max, boolean extensible) {
    if (min > max || min == Tape.ABSENT) {
      throw new IllegalArgumentException("numbers from " + min + " to " + max);
    }
    this.min = min;
    this.max = max;
    this.extensible = extensible;
    this.width = isBounded() ? Lengths.width(max - min) : 0;
  }

  /// The smallest number of the root.
  public long min() {
    return min;
  }

  /// The largest number of the root.
  public long max() {
    return max;
  }

  /// True when numbers outside the root may come.
  public boolean isExtensible() {
    return extensible;
  }

  /// The bits of a plain number: bounded, without extension; else -1.
  int plainWidth() {
    return isBounded() && !extensible ? width : -1;
  }

  private boolean isBounded() {
    return max != Long.MAX_VALUE;
  }

  private boolean hasLowerBound() {
    return min != -Long.MAX_VALUE;
  }

  @Override
  long decode(BitReader in, Tape tape) throws Malformed {
    if (extensible && in.bit()) {
      return octets(in, true);
    }
    if (!isBounded()) {
      return hasLowerBound() ? semiBounded(in) : octets(in, true);
    }
    long value = min + in.bits(width);
    if (value > max) {
      throw outOfRange(value, in.offset());
    }
    return value;
  }

  private long semiBounded(BitReader in) throws Malformed {
    long above = octets(in, false);
    if (above < 0 || above > Long.MAX_VALUE - Math.max(0, min)) {
      throw new Malformed(Refusal.OUT_OF_RANGE, "takes more than 63 bits", in.offset());
    }
    return min + above;
  }

  private static long octets(BitReader in, boolean signed) throws Malformed {
    int octets = Lengths.free(in);
    if (octets < 1 || octets > OCTETS_MAX) {
      throw in.malformed("is a number of " + octets + " octets, must be 1 to " + OCTETS_MAX);
    }
    long value = in.bits(8 * octets);
    int unused = 64 - 8 * octets;
    long number = signed ? value << unused >> unused : value;
    if (number == Tape.ABSENT) {
      throw new Malformed(Refusal.OUT_OF_RANGE, "takes more than 63 bits", in.offset());
    }
    return number;
  }

  @Override
  void encode(long cell, Tape tape, BitWriter out) throws Malformed {
    boolean root = cell >= min && cell <= max;
    if (!root && !extensible) {
      throw outOfRange(cell, Malformed.NO_OFFSET);
    }
    if (extensible) {
      out.bit(!root);
    }
    if (root && isBounded()) {
      out.bits(cell - min, width);
    } else if (root && hasLowerBound()) {
      writeOctets(cell - min, Lengths.width(cell - min), out);
    } else {
      // One bit more than the magnitude: the sign.
      writeOctets(cell, 1 + Lengths.width(cell < 0 ? ~cell : cell), out);
    }
  }

  private static void writeOctets(long value, int bits, BitWriter out) throws Malformed {
    int octets = Math.max(1, (bits + 7) / 8);
    Lengths.writeFree(octets, out);
    out.bits(value, 8 * octets);
  }

  @Override
  int bitsMin() {
    if (extensible) {
      return 1;
    }
    return isBounded() ? width : 16;
  }

  /// Tells whether the type has a number.
  public boolean has(long value) {
    return value != Tape.ABSENT && (extensible || (value >= min && value <= max));
  }

  Malformed outOfRange(long value, int offset) {
    return new Malformed(
        Refusal.OUT_OF_RANGE, "is " + value + ", must be " + min + " to " + max, offset);
  }
}
