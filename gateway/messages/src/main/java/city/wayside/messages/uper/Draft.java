package city.wayside.messages.uper;

import java.nio.charset.StandardCharsets;

/// A message that is being written, value by value. One thread.
///
/// Values go to the places of [Path]s, which are the same that decoded messages are read by.
public final class Draft {

  private final SequenceType type;
  private final Tape tape = new Tape();
  private final long root;
  private int keptCells;
  private int keptBits;

  /// An empty message of this type.
  public Draft(SequenceType type) throws Malformed {
    this.type = type;
    this.root = type.reserve(tape);
  }

  /// What was written so far.
  public Tape tape() {
    return tape;
  }

  /// The cell of the whole message.
  public long root() {
    return root;
  }

  /// Keeps the places that were made so far for all messages that this draft is used for.
  public Draft keep() {
    keptCells = tape.size();
    keptBits = tape.stringBits();
    return this;
  }

  /// Begins the next message: places that [#keep] does not know, and strings, are made again. What
  /// was put into places that are kept stays until something else is put there.
  public Draft again() {
    tape.cut(keptCells, keptBits);
    return this;
  }

  /// Puts a number, the position of a word, or any other cell at a place of the message.
  public Draft put(Path path, long cell) throws Malformed {
    path.put(tape, root, cell);
    return this;
  }

  /// Puts it at a place below another value.
  public Draft put(long from, Path path, long cell) throws Malformed {
    path.put(tape, from, cell);
    return this;
  }

  /// Puts a word of an enumeration.
  ///
  /// @throws IllegalArgumentException when the enumeration has no such word
  public Draft word(long from, Path path, String word) throws Malformed {
    long position = ((EnumeratedType) path.target()).position(word);
    if (position == Tape.ABSENT) {
      throw new IllegalArgumentException(path + " has no word " + word);
    }
    return put(from, path, position);
  }

  /// Puts a string of characters.
  public Draft text(long from, Path path, String text) throws Malformed {
    return put(from, path, text((StringType) path.target(), text));
  }

  /// An empty value of a sequence.
  public long sequence(SequenceType sequence) throws Malformed {
    return sequence.reserve(tape);
  }

  /// A list of these values.
  public long list(long... elements) throws Malformed {
    return list(elements, elements.length);
  }

  /// A list of the first of these values.
  public long list(long[] elements, int count) throws Malformed {
    int at = tape.reserve(1 + count);
    tape.set(at, count);
    for (int i = 0; i < count; i++) {
      tape.set(at + 1 + i, elements[i]);
    }
    return at;
  }

  /// A value of a choice or of an open type.
  ///
  /// @param position of the alternative or entry
  /// @param cell its value
  public long chosen(int position, long cell) throws Malformed {
    int at = tape.reserve(2);
    tape.set(at, position);
    tape.set(at + 1, cell);
    return at;
  }

  /// Sets a field of a sequence.
  ///
  /// @param sequence cell of the sequence
  /// @param position of the field, or [SequenceType#declared] or [SequenceType#unknown]
  public void set(long sequence, int position, long cell) {
    tape.set((int) sequence + position, cell);
  }

  /// A string of bits, octets or codes.
  public long string(StringType string, long[] units) throws Malformed {
    return tape.keep(units, string.form().unitBits());
  }

  /// A string of characters.
  public long text(StringType string, String text) throws Malformed {
    long[] units =
        switch (string.form()) {
          case ASCII -> text.chars().asLongStream().toArray();
          case DIGITS -> text.chars().mapToLong(StringType.DIGITS::indexOf).toArray();
          case UTF8, OCTETS -> octets(text.getBytes(StandardCharsets.UTF_8));
          case BITS -> text.chars().mapToLong(digit -> digit - '0').toArray();
          case OBJECT_IDENTIFIER, RELATIVE_OBJECT_IDENTIFIER ->
              ObjectIdentifier.octets(string.form(), text);
        };
    long unitMax = (1L << string.form().unitBits()) - 1;
    for (long unit : units) {
      if (unit < 0 || unit > unitMax) {
        throw new Malformed(
            city.wayside.model.refusal.Refusal.OUT_OF_RANGE,
            "has a character that it may not have",
            Malformed.NO_OFFSET);
      }
    }
    return string(string, units);
  }

  private static long[] octets(byte[] bytes) {
    long[] octets = new long[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      octets[i] = bytes[i] & 0xFF;
    }
    return octets;
  }

  /// The bytes of the message.
  ///
  /// @throws Malformed when a field is missing or has a value it may not have
  public byte[] encode() throws Malformed {
    return Uper.encode(type, tape, root);
  }
}
