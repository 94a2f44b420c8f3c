package city.wayside.messages.canonical;

import city.wayside.messages.uper.Draft;
import city.wayside.messages.uper.Field;
import city.wayside.messages.uper.FieldPlace;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.SequenceType;
import city.wayside.messages.uper.Tape;
import city.wayside.model.refusal.Refusal;
import java.util.Arrays;

/// One sequence while its members are read, in whatever order they come. One thread.
final class SequenceReading {

  private final SequenceType type;
  private final Draft draft;
  private final long sequence;
  private long[] unknown = {};

  SequenceReading(SequenceType type, Draft draft) throws Malformed {
    this.type = type;
    this.draft = draft;
    this.sequence = draft.sequence(type);
  }

  Field field(String name) throws Malformed {
    FieldPlace place = place(name);
    SequenceType holder =
        place.group() == FieldPlace.NO_GROUP
            ? type
            : (SequenceType) type.fields().get(place.group()).type();
    return holder.fields().get(place.position());
  }

  private FieldPlace place(String name) throws Malformed {
    FieldPlace place = type.place(name);
    if (place == null) {
      throw malformed("is no field of " + type.name());
    }
    return place;
  }

  /// The key that says what an open type holds, which must have come before it.
  long key(Field open) throws Malformed {
    long key = draft.tape().cell((int) sequence + open.key());
    if (key == Tape.ABSENT) {
      throw malformed("must come after " + type.fields().get(open.key()).name());
    }
    return key;
  }

  void put(String name, long cell) throws Malformed {
    FieldPlace place = place(name);
    long holder = place.group() == FieldPlace.NO_GROUP ? sequence : group(place.group());
    if (draft.tape().cell((int) holder + place.position()) != Tape.ABSENT) {
      throw malformed("stands twice");
    }
    if (holder == sequence) {
      put(place.position(), cell);
    } else {
      draft.set(holder, place.position(), cell);
    }
  }

  private long group(int position) throws Malformed {
    long group = draft.tape().cell((int) sequence + position);
    if (group == Tape.ABSENT) {
      group = draft.sequence((SequenceType) type.fields().get(position).type());
      put(position, group);
    }
    return group;
  }

  private void put(int position, long cell) {
    draft.set(sequence, position, cell);
    if (position >= type.rootCount()
        && draft.tape().cell((int) sequence + type.declared()) == Tape.ABSENT) {
      declare(type.fields().size() - type.rootCount());
    }
  }

  void declare(long count) {
    draft.set(sequence, type.declared(), count);
  }

  void unknown(long number, long octets) {
    unknown = Arrays.copyOf(unknown, unknown.length + 2);
    unknown[unknown.length - 2] = number;
    unknown[unknown.length - 1] = octets;
  }

  long end() throws Malformed {
    if (unknown.length > 0) {
      draft.set(sequence, type.unknown(), draft.list(unknown));
    }
    return sequence;
  }

  private static Malformed malformed(String reason) {
    return new Malformed(Refusal.MALFORMED, reason, Malformed.NO_OFFSET);
  }
}
