package city.wayside.messages.uper;

/// Decodes and encodes whole values. One thread; reusable, and then nothing is allocated.
public final class Uper {

  private final BitReader in = new BitReader();

  /// Reads a value that fills the bytes but for the bits that round up the last one.
  ///
  /// @param tape takes the values; what it held is forgotten
  /// @return the value's cell
  public long decode(Type type, byte[] bytes, int offset, int length, Tape tape) throws Malformed {
    long cell = decodeFirst(type, bytes, offset, length, tape);
    long left = in.remainingBits();
    // A value that needs no bits takes an octet all the same (X.691 §11.1).
    if (left > (in.offset() == 0 ? 8 : 7)) {
      throw in.malformed("is followed by " + left + " bits that belong to nothing");
    }
    if (in.bits((int) left) != 0) {
      throw in.malformed("is filled up with ones, must be zeros");
    }
    return cell;
  }

  /// Reads a value that the bytes begin with, whatever follows it.
  public long decodeFirst(Type type, byte[] bytes, int offset, int length, Tape tape)
      throws Malformed {
    in.reset(bytes, offset, length);
    tape.reset(bytes);
    return type.decode(in, tape);
  }

  /// Writes a value.
  ///
  /// @throws Malformed when the type has no such value
  public static byte[] encode(Type type, Tape tape, long cell) throws Malformed {
    BitWriter out = new BitWriter();
    type.encode(cell, tape, out);
    return out.toBytes();
  }
}
