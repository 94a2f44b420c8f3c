package city.wayside.messages.uper;

import java.util.List;
import java.util.Random;

/// Makes random valid values of any type: every alternative, every length, known and unknown
/// extensions. The same seed makes the same values.
public final class RandomValues {

  private static final int ELEMENTS_MAX = 4;
  private static final int UNITS_MAX = 24;

  private final Random random;
  private final Draft draft;
  private int depth;

  private RandomValues(SequenceType type, long seed) throws Malformed {
    this.random = new Random(seed);
    this.draft = new Draft(type);
  }

  /// The bytes of a random message whose first fields have given values.
  ///
  /// @param head the paths and cells that are not left to chance
  public static byte[] message(SequenceType type, long seed, Head... head) {
    try {
      RandomValues values = new RandomValues(type, seed);
      long root = values.sequence(type, head);
      return Uper.encode(type, values.draft.tape(), root);
    } catch (Malformed impossible) {
      throw new IllegalStateException(impossible.reason(), impossible);
    }
  }

  /// A field that is not left to chance.
  public record Head(Path path, long cell) {}

  private long sequence(SequenceType type, Head... head) throws Malformed {
    long at = draft.sequence(type);
    for (Head given : head) {
      draft.put(at, given.path(), given.cell());
    }
    depth++;
    List<Field> fields = type.fields();
    boolean extended = type.isExtensible() && chance(4);
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      boolean addition = i >= type.rootCount();
      if (draft.tape().cell((int) at + i) != Tape.ABSENT
          && !(field.type() instanceof SequenceType)) {
        continue;
      }
      if (field.type() == Schema.NEVER
          || (addition && !extended)
          || (field.optional() && !chance(depth > 6 ? 6 : 2))) {
        continue;
      }
      long cell =
          field.type() instanceof SequenceType sequence
                  && draft.tape().cell((int) at + i) != Tape.ABSENT
              ? filled(sequence, draft.tape().cell((int) at + i))
              : field(field, at);
      draft.set(at, i, cell);
    }
    depth--;
    if (extended) {
      declare(type, at);
    }
    return at;
  }

  /// Fills what a given field has already begun.
  private long filled(SequenceType type, long begun) throws Malformed {
    long at = sequence(type);
    for (int i = 0; i < type.fields().size(); i++) {
      if (draft.tape().cell((int) begun + i) != Tape.ABSENT) {
        draft.set(at, i, draft.tape().cell((int) begun + i));
      }
    }
    return at;
  }

  private long field(Field field, long sequence) throws Malformed {
    if (field.type() instanceof OpenType open) {
      return open(open, draft.tape().cell((int) sequence + field.key()));
    }
    return value(field.type());
  }

  private void declare(SequenceType type, long at) throws Malformed {
    int known = type.fields().size() - type.rootCount();
    int declared = known + random.nextInt(3);
    boolean unknown = declared > known && random.nextBoolean();
    if (declared == 0) {
      return;
    }
    draft.set(at, type.declared(), declared);
    if (unknown) {
      draft.set(at, type.unknown(), draft.list(declared - 1, raw()));
    }
  }

  private long raw() throws Malformed {
    return string(OpenType.raw());
  }

  private long value(Type type) throws Malformed {
    return switch (type) {
      case IntegerType integer -> number(integer);
      case EnumeratedType words -> random.nextInt(Math.max(1, words.words().size()));
      case StringType string -> string(string);
      case SequenceType sequence -> sequence(sequence);
      case SequenceOfType list -> list(list);
      case ChoiceType choice -> choice(choice);
      case OpenType _ -> throw new IllegalStateException("an open type without its key");
    };
  }

  private long number(IntegerType type) {
    if (type.isExtensible() && chance(8)) {
      return random.nextInt();
    }
    long min = Math.max(type.min(), Long.MIN_VALUE / 4);
    long max = Math.min(type.max(), Long.MAX_VALUE / 4);
    return switch (random.nextInt(6)) {
      case 0 -> min;
      case 1 -> max;
      default -> random.nextLong(min, max + 1);
    };
  }

  private long string(StringType type) throws Malformed {
    int min = type.lengthMin();
    int max = type.lengthMax() < 0 ? UNITS_MAX : Math.min(type.lengthMax(), min + UNITS_MAX);
    int length = type.isExtensible() && chance(8) ? max + 3 : random.nextInt(min, max + 1);
    if (type.form() == StringType.Form.OBJECT_IDENTIFIER) {
      return draft.text(type, "1.0." + random.nextInt(100_000));
    }
    if (type.form() == StringType.Form.RELATIVE_OBJECT_IDENTIFIER) {
      return draft.text(type, random.nextInt(100_000) + "." + random.nextInt(10));
    }
    long[] units = new long[length];
    for (int i = 0; i < length; i++) {
      units[i] =
          switch (type.form()) {
            case BITS -> random.nextInt(2);
            case OCTETS -> random.nextInt(256);
            case DIGITS -> random.nextInt(StringType.DIGITS.length());
            case ASCII, UTF8, OBJECT_IDENTIFIER, RELATIVE_OBJECT_IDENTIFIER ->
                random.nextInt(' ', 127);
          };
    }
    return draft.string(type, units);
  }

  private long list(SequenceOfType type) throws Malformed {
    int min = type.countMin();
    int max = type.countMax() < 0 ? ELEMENTS_MAX : Math.min(type.countMax(), min + ELEMENTS_MAX);
    long[] elements = new long[random.nextInt(min, max + 1)];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = value(type.element());
    }
    return draft.list(elements);
  }

  private long choice(ChoiceType type) throws Malformed {
    if (type.isExtensible() && chance(12)) {
      return draft.chosen(type.alternatives().size() + random.nextInt(3), raw());
    }
    int position = random.nextInt(type.alternatives().size());
    return draft.chosen(position, value(type.alternatives().get(position).type()));
  }

  private long open(OpenType type, long key) throws Malformed {
    int position = type.position(key);
    return draft.chosen(
        position,
        position == OpenType.UNKNOWN ? raw() : value(type.entries().get(position).type()));
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }
}
