package city.wayside.messages.uper;

import java.util.Arrays;
import java.util.List;

/// The way from a sequence down to one of its values, worked out once: `cam.generationDeltaTime`.
/// It goes through fields, alternatives of choices and entries of open types, by their names.
public final class Path {

  private static final int BLOCK = 0;
  private static final int CHOSEN = 1;

  private final String names;
  private final int[] kinds;
  private final int[] positions;
  private final Type target;

  private Path(String names, int[] kinds, int[] positions, Type target) {
    this.names = names;
    this.kinds = kinds;
    this.positions = positions;
    this.target = target;
  }

  /// The path with these names, separated by dots.
  ///
  /// @throws IllegalArgumentException when the type has no such way
  public static Path of(Type from, String names) {
    List<String> parts = names.isEmpty() ? List.of() : List.of(names.split("\\."));
    int[] kinds = new int[2 * parts.size()];
    int[] positions = new int[2 * parts.size()];
    int count = 0;
    Type type = from;
    for (String part : parts) {
      switch (type) {
        case SequenceType sequence -> {
          Found found = field(sequence, part, names);
          if (found.group >= 0) {
            kinds[count] = BLOCK;
            positions[count++] = found.group;
          }
          kinds[count] = BLOCK;
          positions[count++] = found.position;
          type = found.type;
        }
        case ChoiceType choice -> {
          int position = choice.position(part);
          if (position < 0) {
            throw noWay(names, part);
          }
          kinds[count] = CHOSEN;
          positions[count++] = position;
          type = choice.alternatives().get(position).type();
        }
        case OpenType open -> {
          int position = 0;
          while (!open.entries().get(position).name().equals(part)) {
            position++;
          }
          kinds[count] = CHOSEN;
          positions[count++] = position;
          type = open.entries().get(position).type();
        }
        case IntegerType _, EnumeratedType _, StringType _, SequenceOfType _ ->
            throw noWay(names, part);
      }
    }
    return new Path(names, Arrays.copyOf(kinds, count), Arrays.copyOf(positions, count), type);
  }

  private record Found(int group, int position, Type type) {}

  private static Found field(SequenceType sequence, String name, String names) {
    List<Field> fields = sequence.fields();
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      if (field.group()) {
        List<Field> members = ((SequenceType) field.type()).fields();
        for (int j = 0; j < members.size(); j++) {
          if (members.get(j).name().equals(name)) {
            return new Found(i, j, members.get(j).type());
          }
        }
      } else if (field.name().equals(name)) {
        return new Found(-1, i, field.type());
      }
    }
    throw noWay(names, name);
  }

  /// The type of what it leads to.
  public Type target() {
    return target;
  }

  /// The cell that it leads to, or [Tape#ABSENT] when something on the way is not there.
  ///
  /// @param from the cell of the value it starts at
  public long cell(Tape tape, long from) {
    long cell = from;
    for (int i = 0; i < kinds.length && cell != Tape.ABSENT; i++) {
      int at = (int) cell;
      if (kinds[i] == BLOCK) {
        cell = tape.cell(at + positions[i]);
      } else {
        cell = tape.cell(at) == positions[i] ? tape.cell(at + 1) : Tape.ABSENT;
      }
    }
    return cell;
  }

  @Override
  public String toString() {
    return names;
  }

  private static IllegalArgumentException noWay(String names, String part) {
    return new IllegalArgumentException("no " + part + " in " + names);
  }
}
