package city.wayside.messages.uper;

import java.util.ArrayList;
import java.util.List;

/// The way from a sequence down to one of its values, worked out once: `cam.generationDeltaTime`.
/// It goes through fields, alternatives of choices and entries of open types, by their names.
public final class Path {

  private static final int BLOCK = 0;
  private static final int CHOSEN = 1;

  private final String names;
  private final int[] kinds;
  private final int[] positions;
  private final Type[] types;
  private final Type target;

  private Path(String names, List<Step> steps, Type target) {
    this.names = names;
    this.kinds = steps.stream().mapToInt(Step::kind).toArray();
    this.positions = steps.stream().mapToInt(Step::position).toArray();
    this.types = steps.stream().map(Step::holder).toArray(Type[]::new);
    this.target = target;
  }

  /// One step down.
  ///
  /// @param kind [#BLOCK] into a sequence, [#CHOSEN] into a choice or an open type
  /// @param position of the field, alternative or entry
  /// @param holder the type that is left by it
  private record Step(int kind, int position, Type holder) {}

  /// The path with these names, separated by dots.
  ///
  /// @throws IllegalArgumentException when the type has no such way
  public static Path of(Type from, String names) {
    List<String> parts = names.isEmpty() ? List.of() : List.of(names.split("\\."));
    List<Step> steps = new ArrayList<>();
    Type type = from;
    for (String part : parts) {
      type =
          switch (type) {
            case SequenceType sequence -> intoField(sequence, part, names, steps);
            case ChoiceType choice -> {
              int position = choice.position(part);
              if (position < 0) {
                throw noWay(names, part);
              }
              steps.add(new Step(CHOSEN, position, choice));
              yield choice.alternatives().get(position).type();
            }
            case OpenType open -> {
              int position = open.position(part);
              if (position < 0) {
                throw noWay(names, part);
              }
              steps.add(new Step(CHOSEN, position, open));
              yield open.entries().get(position).type();
            }
            case IntegerType _, EnumeratedType _, StringType _, SequenceOfType _ ->
                throw noWay(names, part);
          };
    }
    return new Path(names, steps, type);
  }

  private static Type intoField(
      SequenceType sequence, String name, String names, List<Step> steps) {
    FieldPlace place = sequence.place(name);
    if (place == null) {
      throw noWay(names, name);
    }
    SequenceType holder = sequence;
    if (place.group() != FieldPlace.NO_GROUP) {
      steps.add(new Step(BLOCK, place.group(), sequence));
      holder = (SequenceType) sequence.fields().get(place.group()).type();
    }
    steps.add(new Step(BLOCK, place.position(), holder));
    return holder.fields().get(place.position()).type();
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

  /// Puts a cell where it leads to, making what is on the way.
  ///
  /// @param from the cell of the value it starts at
  void put(Tape tape, long from, long cell) throws Malformed {
    int at = (int) from;
    for (int i = 0; i < kinds.length; i++) {
      int index = at;
      if (kinds[i] == BLOCK) {
        index += positions[i];
        ((SequenceType) types[i]).declare(tape, at, positions[i]);
      } else {
        index++;
        if (tape.cell(at) != positions[i]) {
          tape.set(at, positions[i]);
          tape.set(index, Tape.ABSENT);
        }
      }
      if (i == kinds.length - 1) {
        tape.set(index, cell);
      } else if (tape.cell(index) == Tape.ABSENT) {
        tape.set(index, reserve(types[i + 1], tape));
      }
      at = (int) tape.cell(index);
    }
  }

  private static long reserve(Type type, Tape tape) throws Malformed {
    if (type instanceof SequenceType sequence) {
      return sequence.reserve(tape);
    }
    int at = tape.reserve(2);
    tape.clear(at, 2);
    return at;
  }

  @Override
  public String toString() {
    return names;
  }

  private static IllegalArgumentException noWay(String names, String part) {
    return new IllegalArgumentException("no " + part + " in " + names);
  }
}
