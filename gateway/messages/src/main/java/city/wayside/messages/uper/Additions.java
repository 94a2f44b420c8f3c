package city.wayside.messages.uper;

import city.wayside.model.refusal.Refusal;

/// The extension additions of a sequence: how many were declared, a bit for each, then an open type
/// for each that is there. Those that are not known are kept as octets for encoding. X.691
/// §19.7-19.9.
final class Additions {

  /// How many additions a sequence may declare; the standards' largest has a dozen.
  static final int DECLARED_MAX = 64;

  private final Field[] fields;
  private final int rootCount;

  Additions(Field[] fields, int rootCount) {
    this.fields = fields;
    this.rootCount = rootCount;
  }

  private int knownCount() {
    return fields.length - rootCount;
  }

  void decode(SequenceType type, int at, BitReader in, Tape tape) throws Malformed {
    if (in.bit()) {
      throw new Malformed(
          Refusal.TOO_LARGE, "declares more than " + DECLARED_MAX + " additions", in.offset());
    }
    int declared = 1 + (int) in.bits(6);
    tape.set(at + type.declared(), declared);
    long present = in.bits(declared);
    int unknownCount = Long.bitCount(present & mask(declared - knownCount()));
    int unknown = 0;
    if (unknownCount > 0) {
      unknown = tape.reserve(1 + 2 * unknownCount);
      tape.set(unknown, 2L * unknownCount);
      tape.set(at + type.unknown(), unknown++);
    }
    for (int i = 0; i < declared; i++) {
      if ((present >>> (declared - 1 - i) & 1) == 0) {
        continue;
      }
      if (i < knownCount()) {
        tape.set(at + rootCount + i, decode(fields[rootCount + i], in, tape));
      } else {
        tape.set(unknown++, i);
        tape.set(unknown++, OpenType.raw().decode(in, tape));
      }
    }
  }

  private static long decode(Field field, BitReader in, Tape tape) throws Malformed {
    try {
      return OpenType.decodeOpen(field.type(), in, tape);
    } catch (Malformed malformed) {
      throw malformed.in(field.name());
    }
  }

  void encode(SequenceType type, int at, Tape tape, BitWriter out) throws Malformed {
    int declared = (int) tape.cell(at + type.declared());
    if (declared < 1 || declared > DECLARED_MAX) {
      throw new Malformed(
          Refusal.OUT_OF_RANGE,
          "declares " + declared + " additions, must be 1 to " + DECLARED_MAX,
          Malformed.NO_OFFSET);
    }
    long[] cells = new long[declared];
    java.util.Arrays.fill(cells, Tape.ABSENT);
    for (int i = 0; i < knownCount(); i++) {
      long cell = tape.cell(at + rootCount + i);
      if (cell != Tape.ABSENT && i >= declared) {
        throw new Malformed(
            Refusal.OUT_OF_RANGE,
            "has addition " + i + " where " + declared + " are declared",
            Malformed.NO_OFFSET);
      }
      if (i < declared) {
        cells[i] = cell;
      }
    }
    long unknown = tape.cell(at + type.unknown());
    for (int i = 0; i < tape.count(unknown); i += 2) {
      long number = tape.item(unknown, i);
      if (number < knownCount() || number >= declared) {
        throw new Malformed(
            Refusal.OUT_OF_RANGE,
            "has unknown addition "
                + number
                + " of "
                + declared
                + ", where "
                + knownCount()
                + " are known",
            Malformed.NO_OFFSET);
      }
      cells[(int) number] = tape.item(unknown, i + 1);
    }
    out.bit(false);
    out.bits(declared - 1, 6);
    for (long cell : cells) {
      out.bit(cell != Tape.ABSENT);
    }
    for (int i = 0; i < declared; i++) {
      if (cells[i] != Tape.ABSENT) {
        encode(i, cells[i], tape, out);
      }
    }
  }

  private void encode(int number, long cell, Tape tape, BitWriter out) throws Malformed {
    if (number >= knownCount()) {
      OpenType.raw().encode(cell, tape, out);
      return;
    }
    Field field = fields[rootCount + number];
    try {
      OpenType.encodeOpen(field.type(), cell, tape, out);
    } catch (Malformed malformed) {
      throw field.group() ? malformed : malformed.in(field.name());
    }
  }

  static Malformed missing(String name) {
    return new Malformed(Refusal.MALFORMED, "is missing", Malformed.NO_OFFSET).in(name);
  }

  private static long mask(int width) {
    return width <= 0 ? 0 : width >= 64 ? -1L : (1L << width) - 1;
  }
}
