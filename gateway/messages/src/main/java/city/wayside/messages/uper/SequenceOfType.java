package city.wayside.messages.uper;

import city.wayside.model.refusal.Refusal;

/// `SEQUENCE (SIZE (min..max)) OF`. Its cell is the index of a block: how many, then a cell for
/// each element. X.691 §20.
public final class SequenceOfType extends Type {

  private final Lengths lengths;
  private final Type element;
  private final int elementBitsMin;

  SequenceOfType(Lengths lengths, Type element) {
    this.lengths = lengths;
    this.element = element;
    this.elementBitsMin = element.bitsMin();
    if (elementBitsMin == 0) {
      throw new IllegalArgumentException("elements that take no bits have no bound");
    }
  }

  /// The type of each element.
  public Type element() {
    return element;
  }

  /// The fewest elements of the root.
  public int countMin() {
    return lengths.min();
  }

  /// The most elements of the root; below zero when nothing limits them.
  public int countMax() {
    return lengths.max();
  }

  @Override
  long decode(BitReader in, Tape tape) throws Malformed {
    int count = lengths.read(in);
    if ((long) count * elementBitsMin > in.remainingBits()) {
      throw new Malformed(
          Refusal.MALFORMED,
          "has " + count + " elements where " + in.remainingBits() + " bits are left",
          in.offset());
    }
    int at = tape.reserve(count + 1);
    tape.set(at, count);
    int i = 0;
    try {
      for (; i < count; i++) {
        tape.set(at + 1 + i, element.decode(in, tape));
      }
    } catch (Malformed malformed) {
      throw malformed.in(i);
    }
    return at;
  }

  @Override
  void encode(long cell, Tape tape, BitWriter out) throws Malformed {
    int count = tape.count(cell);
    lengths.write(count, out);
    for (int i = 0; i < count; i++) {
      try {
        element.encode(tape.item(cell, i), tape, out);
      } catch (Malformed malformed) {
        throw malformed.in(i);
      }
    }
  }

  @Override
  int bitsMin() {
    return lengths.bitsMin() + (lengths.extensible() ? 0 : lengths.min() * elementBitsMin);
  }
}
