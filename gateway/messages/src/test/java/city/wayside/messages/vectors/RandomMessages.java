package city.wayside.messages.vectors;

import city.wayside.messages.sae.MessageFrame;
import city.wayside.messages.uper.ChoiceType;
import city.wayside.messages.uper.Draft;
import city.wayside.messages.uper.EnumeratedType;
import city.wayside.messages.uper.Field;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.OpenType;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.SequenceOfType;
import city.wayside.messages.uper.SequenceType;
import city.wayside.messages.uper.StringType;
import city.wayside.messages.uper.Type;
import java.util.Random;

/// Makes messages of any type with values from the whole range of every field: optional fields
/// there or not, every alternative, known and unknown extensions.
public final class RandomMessages {

  private static final int ELEMENTS_MAX = 4;
  private static final int EDGE_ONE_IN = 4;
  private static final int EXTENDED_ONE_IN = 8;

  private final Random random;

  /// @param seed the same one gives the same messages
  public RandomMessages(long seed) {
    this.random = new Random(seed);
  }

  /// A message.
  ///
  /// @param fixed numbers that some of its fields must have
  public byte[] next(SequenceType type, Fixed... fixed) throws Malformed {
    Draft draft = new Draft(type);
    fill(type, draft.root(), draft);
    for (Fixed number : fixed) {
      draft.put(number.path(), number.cell());
    }
    return draft.encode();
  }

  /// A frame of SAE with a message of this type.
  ///
  /// @param fixed numbers that some of the frame's fields must have
  public byte[] framed(String message, Fixed... fixed) throws Malformed {
    Draft draft = new Draft(MessageFrame.MESSAGE_FRAME);
    OpenType value = (OpenType) Path.of(MessageFrame.MESSAGE_FRAME, "value").target();
    int position = value.position(message);
    OpenType.Entry entry = value.entries().get(position);
    draft.put(Path.of(MessageFrame.MESSAGE_FRAME, "messageId"), entry.key());
    draft.put(
        Path.of(MessageFrame.MESSAGE_FRAME, "value"),
        draft.chosen(position, cell(entry.type(), draft)));
    for (Fixed number : fixed) {
      draft.put(number.path(), number.cell());
    }
    return draft.encode();
  }

  /// A number that a field must have.
  public record Fixed(Path path, long cell) {}

  private long cell(Type type, Draft draft) throws Malformed {
    return switch (type) {
      case IntegerType integer -> number(integer);
      case EnumeratedType words -> random.nextInt(words.words().size());
      case StringType string -> string(string, draft);
      case SequenceType sequence -> {
        long at = draft.sequence(sequence);
        fill(sequence, at, draft);
        yield at;
      }
      case SequenceOfType list -> {
        long[] elements = new long[count(list.countMin(), list.countMax())];
        for (int i = 0; i < elements.length; i++) {
          elements[i] = cell(list.element(), draft);
        }
        yield draft.list(elements);
      }
      case ChoiceType choice -> {
        int known = choice.alternatives().size();
        if (choice.isExtensible() && random.nextInt(EXTENDED_ONE_IN) == 0) {
          yield draft.chosen(known, cell(OpenType.raw(), draft));
        }
        int position = random.nextInt(known);
        yield draft.chosen(position, cell(choice.alternatives().get(position).type(), draft));
      }
      case OpenType _ -> throw new IllegalStateException("filled with its key");
    };
  }

  private void fill(SequenceType type, long at, Draft draft) throws Malformed {
    for (int i = 0; i < type.rootCount(); i++) {
      Field field = type.fields().get(i);
      boolean never = field.type() instanceof EnumeratedType words && words.words().isEmpty();
      if (never || (field.optional() && random.nextBoolean())) {
        continue;
      }
      if (field.type() instanceof OpenType open) {
        open(open, type.fields().get(field.key()), at, field.key(), i, draft);
      } else {
        draft.set(at, i, cell(field.type(), draft));
      }
    }
    if (type.isExtensible() && random.nextInt(EXTENDED_ONE_IN) == 0) {
      int known = type.fields().size() - type.rootCount();
      draft.set(at, type.declared(), known + 1);
      for (int i = type.rootCount(); i < type.fields().size(); i++) {
        if (random.nextBoolean()) {
          draft.set(at, i, cell(type.fields().get(i).type(), draft));
        }
      }
      draft.set(at, type.unknown(), draft.list(known, cell(OpenType.raw(), draft)));
    }
  }

  /// Sets the field that tells what an open type holds together with it.
  private void open(OpenType open, Field key, long at, int keyIndex, int index, Draft draft)
      throws Malformed {
    if (open.entries().isEmpty() || random.nextInt(EXTENDED_ONE_IN) == 0) {
      long number = number((IntegerType) key.type());
      if (open.position(number) == OpenType.UNKNOWN) {
        draft.set(at, keyIndex, number);
        draft.set(at, index, draft.chosen(OpenType.UNKNOWN, cell(OpenType.raw(), draft)));
        return;
      }
    }
    int position = open.entries().isEmpty() ? -1 : random.nextInt(open.entries().size());
    if (position < 0) {
      draft.set(at, index, draft.chosen(OpenType.UNKNOWN, cell(OpenType.raw(), draft)));
      return;
    }
    OpenType.Entry entry = open.entries().get(position);
    draft.set(at, keyIndex, entry.key());
    draft.set(at, index, draft.chosen(position, cell(entry.type(), draft)));
  }

  /// One in four lies at an end of the range, where the marks for missing values are.
  private long number(IntegerType type) {
    long span = type.max() - type.min();
    if (span < 0 || span == Long.MAX_VALUE) {
      return random.nextInt();
    }
    int edge = random.nextInt(3);
    if (random.nextInt(EDGE_ONE_IN) == 0 && edge <= span) {
      return random.nextInt(3) == 0 ? type.min() + edge : type.max() - edge;
    }
    return type.min() + random.nextLong(span + 1);
  }

  private int count(int min, int max) {
    int most = max < 0 ? min + ELEMENTS_MAX : Math.min(max, min + ELEMENTS_MAX);
    return min + random.nextInt(most - min + 1);
  }

  private long string(StringType type, Draft draft) throws Malformed {
    switch (type.form()) {
      case OBJECT_IDENTIFIER -> {
        return draft.text(type, "1.2.840." + random.nextInt(1000));
      }
      case RELATIVE_OBJECT_IDENTIFIER -> {
        return draft.text(type, "5." + random.nextInt(1000));
      }
      default -> {
        long[] units = new long[count(type.lengthMin(), type.lengthMax())];
        for (int i = 0; i < units.length; i++) {
          units[i] =
              switch (type.form()) {
                case BITS -> random.nextInt(2);
                case OCTETS -> random.nextInt(256);
                case DIGITS -> random.nextInt(StringType.DIGITS.length());
                default -> 'A' + random.nextInt(26);
              };
        }
        return draft.string(type, units);
      }
    }
  }

  /// True once in so many.
  public boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  /// A place in an array of this length.
  public int index(int length) {
    return random.nextInt(length);
  }
}
