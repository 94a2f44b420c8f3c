package city.wayside.messages.uper;

/// A type of ASN.1 with its packed encoding. Declared once by [Schema]; immutable.
public abstract sealed class Type
    permits IntegerType,
        EnumeratedType,
        StringType,
        SequenceType,
        SequenceOfType,
        ChoiceType,
        OpenType {

  /// Reads a value.
  ///
  /// @return its cell on the tape
  abstract long decode(BitReader in, Tape tape) throws Malformed;

  /// Writes the value of a cell.
  ///
  /// @throws Malformed when the type has no such value
  abstract void encode(long cell, Tape tape, BitWriter out) throws Malformed;

  /// The fewest bits a value takes: what a list of a given length needs at least, which is checked
  /// before anything is reserved for it.
  abstract int bitsMin();
}
