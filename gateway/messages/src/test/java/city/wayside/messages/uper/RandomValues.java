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
  private final Variety variety;
  private int depth;

  private RandomValues(SequenceType type, Variety variety, Random random) throws Malformed {
    this.variety = variety;
    this.random = random;
    this.draft = new Draft(type);
  }

  /// What may occur.
  public enum Variety {
    /// Only what the first version of a type has.
    ROOT,
    /// Known additions as well, and such as nobody knows yet.
    ALL
  }

  /// The bytes of a random message.
  ///
  /// @param fixed fields that are not left to chance
  /// @throws Malformed when a fixed field lies in a part that chance left out or chose otherwise
  public static byte[] message(SequenceType type, Variety variety, Random random, List<Fixed> fixed)
      throws Malformed {
    RandomValues values = new RandomValues(type, variety, random);
    // Keys must stand before the open types that they tell of; what lies deeper is put last.
    for (Fixed given : fixed) {
      if (!given.path().toString().contains(".")) {
        values.draft.put(given.path(), given.cell());
      }
    }
    values.fill(type, values.draft.root());
    for (Fixed given : fixed) {
      values.draft.put(given.path(), given.cell());
    }
    return values.draft.encode();
  }

  /// A field that is not left to chance.
  ///
  /// @param path where it is
  /// @param cell its number, or the position of its word
  public record Fixed(Path path, long cell) {}

  private long sequence(SequenceType type) throws Malformed {
    long at = draft.sequence(type);
    fill(type, at);
    return at;
  }

  private void fill(SequenceType type, long at) throws Malformed {
    depth++;
    List<Field> fields = type.fields();
    boolean extended = variety == Variety.ALL && type.isExtensible() && chance(4);
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      boolean isLeftOut =
          field.type() == Schema.NEVER
              || (i >= type.rootCount() && !extended)
              || (field.optional() && !chance(depth > 6 ? 6 : 2));
      if (!isLeftOut && draft.tape().cell((int) at + i) == Tape.ABSENT) {
        draft.set(at, i, field(field, at));
      }
    }
    depth--;
    if (extended) {
      declare(type, at);
    }
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

  /// Octets of an open type, of which there is one at least.
  private long raw() throws Malformed {
    long[] octets = random.ints(random.nextInt(1, UNITS_MAX), 0, 256).asLongStream().toArray();
    return draft.string(OpenType.raw(), octets);
  }

  private long value(Type type) throws Malformed {
    return switch (type) {
      case IntegerType integer -> number(integer);
      case EnumeratedType words -> random.nextInt(Math.max(1, wordCount(words)));
      case StringType string -> string(string);
      case SequenceType sequence -> sequence(sequence);
      case SequenceOfType list -> list(list);
      case ChoiceType choice -> choice(choice);
      case OpenType _ -> throw new IllegalStateException("an open type without its key");
    };
  }

  private int wordCount(EnumeratedType words) {
    return variety == Variety.ROOT ? words.rootCount() : words.words().size();
  }

  private long number(IntegerType type) {
    if (type.isExtensible() && variety == Variety.ALL && chance(8)) {
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
    boolean extended = type.isExtensible() && variety == Variety.ALL && chance(8);
    int length = extended ? max + 3 : random.nextInt(min, max + 1);
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
    if (type.isExtensible() && variety == Variety.ALL && chance(12)) {
      return draft.chosen(type.alternatives().size() + random.nextInt(3), raw());
    }
    int position =
        random.nextInt(variety == Variety.ROOT ? type.rootCount() : type.alternatives().size());
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
