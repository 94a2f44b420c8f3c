package city.wayside.messages.uper;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `SEQUENCE`. Its cell is the index of a block with a cell for each field, root first, then known
/// extension additions; an extensible sequence has two more: [how many additions the sender
/// declared][#declared], and [those that are not known][#unknown]. X.691 §19.
public final class SequenceType extends Type {

  private static final int OPTIONAL_MAX = 62;

  private final String name;
  private final Field[] fields;
  private final List<Field> fieldList;
  private final int rootCount;
  private final boolean extensible;
  private final int optionalCount;
  private final int headWidth;
  private final int width;

  // What decoding looks at for each field lies in arrays, so that most fields need no call.
  private final Type[] types;
  private final int[] keys;
  private final boolean[] isOptional;
  private final int[] plainWidths;
  private final long[] plainMins;
  private final long[] plainMaxes;
  private final int bitsMin;
  private final Additions additions;
  private final Map<String, FieldPlace> places;

  SequenceType(String name, List<Field> fields, int rootCount, boolean extensible) {
    this.name = name;
    this.fields = fields.toArray(Field[]::new);
    this.fieldList = List.copyOf(fields);
    this.rootCount = rootCount;
    this.extensible = extensible;
    this.width = fields.size() + (extensible ? 2 : 0);
    this.types = new Type[rootCount];
    this.keys = new int[rootCount];
    this.isOptional = new boolean[rootCount];
    this.plainWidths = new int[rootCount];
    this.plainMins = new long[rootCount];
    this.plainMaxes = new long[rootCount];
    int optional = 0;
    int least = extensible ? 1 : 0;
    for (int i = 0; i < rootCount; i++) {
      Field field = this.fields[i];
      optional += field.optional() ? 1 : 0;
      least += field.optional() ? 1 : field.type().bitsMin();
      types[i] = field.type();
      keys[i] = field.key();
      isOptional[i] = field.optional();
      plainWidths[i] = -1;
      if (field.type() instanceof IntegerType integer) {
        plainWidths[i] = integer.plainWidth();
        plainMins[i] = integer.min();
        plainMaxes[i] = integer.max();
      }
    }
    if (optional > OPTIONAL_MAX) {
      throw new IllegalArgumentException(name + " has " + optional + " optional fields");
    }
    this.optionalCount = optional;
    this.headWidth = optional + (extensible ? 1 : 0);
    this.bitsMin = least;
    this.additions = new Additions(this.fields, rootCount);
    this.places = FieldPlace.of(name, fields);
  }

  /// Its name in the standard.
  public String name() {
    return name;
  }

  /// The fields, root and known additions.
  public List<Field> fields() {
    return fieldList;
  }

  /// How many fields belong to the root.
  public int rootCount() {
    return rootCount;
  }

  /// True when additions may come that are not known.
  public boolean isExtensible() {
    return extensible;
  }

  /// How many cells its block has.
  int width() {
    return width;
  }

  /// Index in the block of how many additions the sender declared, [Tape#ABSENT] for none.
  public int declared() {
    return fields.length;
  }

  /// Index in the block of a list's cell, or [Tape#ABSENT]: pairs of an addition's number from 0
  /// and the cell of its octets.
  public int unknown() {
    return fields.length + 1;
  }

  /// Where the field of a name is; nothing when there is none.
  public @Nullable FieldPlace place(String field) {
    return places.get(field);
  }

  /// Notes on a block that one of its additions is there, which needs all known ones declared.
  void declare(Tape tape, int at, int position) {
    if (position >= rootCount && tape.cell(at + declared()) == Tape.ABSENT) {
      tape.set(at + declared(), fields.length - rootCount);
    }
  }

  /// Takes a block for a value of this type; all its fields are absent.
  long reserve(Tape tape) throws Malformed {
    int at = tape.reserve(width);
    tape.clear(at, width);
    return at;
  }

  @Override
  long decode(BitReader in, Tape tape) throws Malformed {
    // The extension bit, then a bit for each optional field; these are shifted to the top, so that
    // the sign tells of the next one.
    long head = in.bits(headWidth);
    boolean extended = extensible && (head >>> optionalCount & 1) != 0;
    long present = head << (64 - optionalCount);
    int at = tape.reserve(width);
    for (int i = 0; i < rootCount; i++) {
      if (isOptional[i]) {
        boolean isThere = present < 0;
        present <<= 1;
        if (!isThere) {
          tape.set(at + i, Tape.ABSENT);
          continue;
        }
      }
      int plainWidth = plainWidths[i];
      if (plainWidth < 0) {
        tape.set(at + i, decode(i, at, in, tape));
        continue;
      }
      long value = plainMins[i] + in.bits(plainWidth);
      if (value > plainMaxes[i]) {
        throw outOfRange(i, value, in);
      }
      tape.set(at + i, value);
    }
    for (int i = rootCount; i < width; i++) {
      tape.set(at + i, Tape.ABSENT);
    }
    if (extended) {
      additions.decode(this, at, in, tape);
    }
    return at;
  }

  private long decode(int position, int at, BitReader in, Tape tape) throws Malformed {
    int key = keys[position];
    try {
      return key < 0
          ? types[position].decode(in, tape)
          : ((OpenType) types[position]).decode(in, tape, tape.cell(at + key));
    } catch (Malformed malformed) {
      throw malformed.in(fields[position].name());
    }
  }

  private Malformed outOfRange(int position, long value, BitReader in) {
    return ((IntegerType) types[position])
        .outOfRange(value, in.offset())
        .in(fields[position].name());
  }

  @Override
  void encode(long cell, Tape tape, BitWriter out) throws Malformed {
    int at = (int) cell;
    boolean extended = extensible && tape.cell(at + declared()) != Tape.ABSENT;
    if (extensible) {
      out.bit(extended);
    }
    for (int i = 0; i < rootCount; i++) {
      if (fields[i].optional()) {
        out.bit(tape.cell(at + i) != Tape.ABSENT);
      }
    }
    for (int i = 0; i < rootCount; i++) {
      encode(fields[i], tape.cell(at + i), tape, out);
    }
    if (extended) {
      additions.encode(this, at, tape, out);
    }
  }

  private static void encode(Field field, long cell, Tape tape, BitWriter out) throws Malformed {
    if (cell == Tape.ABSENT) {
      if (field.optional()) {
        return;
      }
      throw Additions.missing(field.name());
    }
    try {
      field.type().encode(cell, tape, out);
    } catch (Malformed malformed) {
      throw malformed.in(field.name());
    }
  }

  @Override
  int bitsMin() {
    return bitsMin;
  }
}
