package city.wayside.messages.canonical;

import city.wayside.messages.uper.ChoiceType;
import city.wayside.messages.uper.Draft;
import city.wayside.messages.uper.EnumeratedType;
import city.wayside.messages.uper.Field;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.OpenType;
import city.wayside.messages.uper.SequenceOfType;
import city.wayside.messages.uper.SequenceType;
import city.wayside.messages.uper.StringType;
import city.wayside.messages.uper.Tape;
import city.wayside.messages.uper.Type;
import city.wayside.model.refusal.Refusal;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;

/// Reads what [CanonicalWriter] writes. Used once, by one thread.
public final class CanonicalReader {

  private static final int START_ELEMENTS = 16;
  private static final int SHOWN_CHARS_MAX = 40;

  private final Draft draft;
  private final JsonParser json;

  /// A reader into this draft.
  public CanonicalReader(Draft draft, JsonParser json) {
    this.draft = draft;
    this.json = json;
  }

  /// Reads the value that the parser stands at.
  ///
  /// @return its cell
  /// @throws Malformed when it is no value of the type
  public long read(Type type) throws IOException, Malformed {
    return switch (type) {
      case IntegerType integer -> number(integer);
      case EnumeratedType words -> word(words);
      case StringType string -> string(string);
      case SequenceType sequence -> sequence(sequence);
      case SequenceOfType list -> list(list);
      case ChoiceType choice -> choice(choice);
      case OpenType _ -> throw wrong("an open type without its key");
    };
  }

  private long number(IntegerType type) throws IOException, Malformed {
    require(JsonToken.VALUE_NUMBER_INT, "a whole number");
    return checked(json.getLongValue(), type);
  }

  private static long checked(long value, IntegerType type) throws Malformed {
    if (!type.has(value)) {
      throw outOfRange("is " + value + ", must be " + type.min() + " to " + type.max());
    }
    return value;
  }

  private long word(EnumeratedType words) throws IOException, Malformed {
    if (json.currentToken() == JsonToken.VALUE_NUMBER_INT && !words.isLiteral()) {
      long position = json.getLongValue();
      if (!words.has(position)) {
        throw outOfRange("is value " + position + ", must be one of " + words.words());
      }
      return position;
    }
    if (words.isLiteral() == (json.currentToken() == JsonToken.VALUE_STRING)) {
      throw wrong(words.isLiteral() ? "one of " + words.words() : "a word or a number");
    }
    long position = words.position(json.getText());
    if (position == Tape.ABSENT) {
      throw outOfRange("is " + shown() + ", must be one of " + words.words());
    }
    return position;
  }

  private long string(StringType string) throws IOException, Malformed {
    require(JsonToken.VALUE_STRING, "a string");
    String text = json.getText();
    return string.form() == StringType.Form.OCTETS
        ? draft.string(string, octets(text))
        : draft.text(string, text);
  }

  private long[] octets(String hex) throws IOException, Malformed {
    if (hex.length() % 2 != 0) {
      throw wrong("pairs of hexadecimal digits");
    }
    long[] octets = new long[hex.length() / 2];
    for (int i = 0; i < octets.length; i++) {
      int high = Character.digit(hex.charAt(2 * i), 16);
      int low = Character.digit(hex.charAt(2 * i + 1), 16);
      if (high < 0 || low < 0) {
        throw wrong("pairs of hexadecimal digits");
      }
      octets[i] = (long) high << 4 | low;
    }
    return octets;
  }

  private long sequence(SequenceType type) throws IOException, Malformed {
    require(JsonToken.START_OBJECT, "an object");
    SequenceReading reading = new SequenceReading(type, draft);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      try {
        read(type, reading, name);
      } catch (Malformed malformed) {
        throw malformed.in(name);
      }
    }
    return reading.end();
  }

  private void read(SequenceType type, SequenceReading reading, String name)
      throws IOException, Malformed {
    if (name.equals(CanonicalWriter.UNKNOWN) && type.isExtensible()) {
      unknown(reading);
      return;
    }
    Field field = reading.field(name);
    if (field.type() instanceof OpenType open) {
      reading.put(name, open(open, reading.key(field)));
    } else {
      reading.put(name, read(field.type()));
    }
  }

  private void unknown(SequenceReading reading) throws IOException, Malformed {
    require(JsonToken.START_OBJECT, "an object");
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (name.equals(CanonicalWriter.COUNT)) {
        require(JsonToken.VALUE_NUMBER_INT, "a whole number");
        reading.declare(json.getLongValue());
      } else {
        reading.unknown(position(name), string(OpenType.raw()));
      }
    }
  }

  private static long position(String name) throws Malformed {
    try {
      return Integer.parseUnsignedInt(name);
    } catch (NumberFormatException none) {
      throw wrongMember(name, "a number");
    }
  }

  private long list(SequenceOfType type) throws IOException, Malformed {
    require(JsonToken.START_ARRAY, "an array");
    long[] elements = new long[START_ELEMENTS];
    int count = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (count == elements.length) {
        elements = Arrays.copyOf(elements, 2 * count);
      }
      try {
        elements[count] = read(type.element());
      } catch (Malformed malformed) {
        throw malformed.in(count);
      }
      count++;
    }
    return draft.list(elements, count);
  }

  private long choice(ChoiceType type) throws IOException, Malformed {
    require(JsonToken.START_OBJECT, "an object with one member");
    requireNext(JsonToken.FIELD_NAME, "an object with one member");
    String name = json.currentName();
    json.nextToken();
    long cell;
    if (name.equals(CanonicalWriter.UNKNOWN) && type.isExtensible()) {
      requireNext(JsonToken.FIELD_NAME, "an object with one member");
      long position = position(json.currentName());
      if (position < type.unknownMin() || position > type.unknownMax()) {
        throw outOfRange(
            "has unknown alternative "
                + position
                + ", must be "
                + type.unknownMin()
                + " to "
                + type.unknownMax());
      }
      json.nextToken();
      cell = draft.chosen((int) position, string(OpenType.raw()));
      requireNext(JsonToken.END_OBJECT, "an object with one member");
    } else {
      int position = type.position(name);
      if (position < 0) {
        throw wrongMember(name, "one of " + type.alternatives().stream().map(Field::name).toList());
      }
      try {
        cell = draft.chosen(position, read(type.alternatives().get(position).type()));
      } catch (Malformed malformed) {
        throw malformed.in(name);
      }
    }
    requireNext(JsonToken.END_OBJECT, "an object with one member");
    return cell;
  }

  private long open(OpenType type, long key) throws IOException, Malformed {
    int position = type.position(key);
    if (position == OpenType.UNKNOWN) {
      return draft.chosen(position, string(OpenType.raw()));
    }
    OpenType.Entry entry = type.entries().get(position);
    String wanted = "an object with the member " + entry.name();
    require(JsonToken.START_OBJECT, wanted);
    requireNext(JsonToken.FIELD_NAME, wanted);
    if (!json.currentName().equals(entry.name())) {
      throw wrongMember(json.currentName(), entry.name());
    }
    json.nextToken();
    long cell;
    try {
      cell = draft.chosen(position, read(entry.type()));
    } catch (Malformed malformed) {
      throw malformed.in(entry.name());
    }
    requireNext(JsonToken.END_OBJECT, wanted);
    return cell;
  }

  private void requireNext(JsonToken token, String wanted) throws IOException, Malformed {
    json.nextToken();
    require(token, wanted);
  }

  private void require(JsonToken token, String wanted) throws IOException, Malformed {
    if (json.currentToken() != token) {
      throw wrong(wanted);
    }
  }

  private Malformed wrong(String wanted) throws IOException {
    return new Malformed(
        Refusal.MALFORMED, "is " + shown() + ", must be " + wanted, Malformed.NO_OFFSET);
  }

  private static Malformed wrongMember(String name, String wanted) {
    return new Malformed(
        Refusal.MALFORMED,
        "has member " + shown(name) + ", must be " + wanted,
        Malformed.NO_OFFSET);
  }

  private static Malformed outOfRange(String reason) {
    return new Malformed(Refusal.OUT_OF_RANGE, reason, Malformed.NO_OFFSET);
  }

  private String shown() throws IOException {
    String text = json.getText();
    return text == null ? "nothing" : shown(text);
  }

  private static String shown(String text) {
    return text.length() <= SHOWN_CHARS_MAX ? text : text.substring(0, SHOWN_CHARS_MAX) + "...";
  }
}
