package city.wayside.messages.canonical;

import city.wayside.messages.uper.ChoiceType;
import city.wayside.messages.uper.EnumeratedType;
import city.wayside.messages.uper.Field;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.ObjectIdentifier;
import city.wayside.messages.uper.OpenType;
import city.wayside.messages.uper.SequenceOfType;
import city.wayside.messages.uper.SequenceType;
import city.wayside.messages.uper.StringType;
import city.wayside.messages.uper.Tape;
import city.wayside.messages.uper.Type;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/// Writes a value as JSON.
///
/// | type | JSON |
/// |---|---|
/// | `INTEGER` | number |
/// | `ENUMERATED` | its word; an extension nobody has named: its position as a number |
/// | `BOOLEAN`, `NULL` | `true`, `false`, `null` |
/// | `BIT STRING` | a string of the digits 0 and 1 |
/// | `OCTET STRING` | a string of lower-case hexadecimal digits |
/// | character strings | string |
/// | `SEQUENCE` | object; what is absent, or has its default, is left out |
/// | `SEQUENCE OF` | array |
/// | `CHOICE` | object with the alternative as its only member |
/// | open type | object with the type's name as its only member; unknown: its octets |
///
/// What a newer sender added and nobody here knows stands under the name [#UNKNOWN].
public final class CanonicalWriter {

  /// The member that holds unknown additions: octets by number, and `count` where the sender
  /// declared another count than is known.
  public static final String UNKNOWN = "...";

  /// The member of [#UNKNOWN] that says how many additions the sender declared.
  public static final String COUNT = "count";

  private final Tape tape;
  private final JsonGenerator json;

  /// A writer of what this tape holds.
  public CanonicalWriter(Tape tape, JsonGenerator json) {
    this.tape = tape;
    this.json = json;
  }

  /// Writes the value of a cell.
  public void write(Type type, long cell) throws IOException {
    switch (type) {
      case IntegerType _ -> json.writeNumber(cell);
      case EnumeratedType words -> write(words, cell);
      case StringType string -> json.writeString(text(string, cell));
      case SequenceType sequence -> {
        json.writeStartObject();
        writeFields(sequence, (int) cell);
        json.writeEndObject();
      }
      case SequenceOfType list -> {
        json.writeStartArray();
        for (int i = 0; i < tape.count(cell); i++) {
          write(list.element(), tape.item(cell, i));
        }
        json.writeEndArray();
      }
      case ChoiceType choice -> write(choice, (int) cell);
      case OpenType open -> write(open, (int) cell);
    }
  }

  private void write(EnumeratedType words, long cell) throws IOException {
    String word = words.word(cell);
    if (word == null) {
      json.writeNumber(cell);
    } else if (words.isLiteral()) {
      json.writeRawValue(word);
    } else {
      json.writeString(word);
    }
  }

  private void writeFields(SequenceType sequence, int at) throws IOException {
    List<Field> fields = sequence.fields();
    for (int i = 0; i < fields.size(); i++) {
      long cell = tape.cell(at + i);
      Field field = fields.get(i);
      if (cell == Tape.ABSENT || cell == field.otherwise()) {
        continue;
      }
      if (field.group()) {
        writeFields((SequenceType) field.type(), (int) cell);
      } else {
        json.writeFieldName(field.name());
        write(field.type(), cell);
      }
    }
    if (sequence.isExtensible()) {
      writeUnknown(sequence, at);
    }
  }

  private void writeUnknown(SequenceType sequence, int at) throws IOException {
    long declared = tape.cell(at + sequence.declared());
    long unknown = tape.cell(at + sequence.unknown());
    int known = sequence.fields().size() - sequence.rootCount();
    if (declared == Tape.ABSENT || (declared == known && unknown == Tape.ABSENT)) {
      return;
    }
    json.writeObjectFieldStart(UNKNOWN);
    json.writeNumberField(COUNT, declared);
    for (int i = 0; i < tape.count(unknown); i += 2) {
      json.writeStringField(
          Long.toString(tape.item(unknown, i)), text(OpenType.raw(), tape.item(unknown, i + 1)));
    }
    json.writeEndObject();
  }

  private void write(ChoiceType choice, int at) throws IOException {
    Field alternative = choice.alternative(tape.cell(at));
    json.writeStartObject();
    if (alternative == null) {
      json.writeObjectFieldStart(UNKNOWN);
      json.writeStringField(Long.toString(tape.cell(at)), text(OpenType.raw(), tape.cell(at + 1)));
      json.writeEndObject();
    } else {
      json.writeFieldName(alternative.name());
      write(alternative.type(), tape.cell(at + 1));
    }
    json.writeEndObject();
  }

  private void write(OpenType open, int at) throws IOException {
    OpenType.Entry entry = open.entry(tape.cell(at));
    if (entry == null) {
      json.writeString(text(OpenType.raw(), tape.cell(at + 1)));
      return;
    }
    json.writeStartObject();
    json.writeFieldName(entry.name());
    write(entry.type(), tape.cell(at + 1));
    json.writeEndObject();
  }

  private String text(StringType string, long cell) {
    int length = tape.length(cell);
    StringType.Form form = string.form();
    return switch (form) {
      case BITS, ASCII, DIGITS -> characters(form, cell, length);
      case OCTETS -> HexFormat.of().formatHex(octets(cell, length));
      case UTF8 -> new String(octets(cell, length), StandardCharsets.UTF_8);
      case OBJECT_IDENTIFIER, RELATIVE_OBJECT_IDENTIFIER ->
          ObjectIdentifier.text(form, octets(cell, length));
    };
  }

  private String characters(StringType.Form form, long cell, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      int unit = (int) tape.bits(cell, i * form.unitBits(), form.unitBits());
      text.append(
          switch (form) {
            case BITS -> (char) ('0' + unit);
            case DIGITS -> StringType.DIGITS.charAt(unit);
            default -> (char) unit;
          });
    }
    return text.toString();
  }

  private byte[] octets(long cell, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) tape.bits(cell, 8 * i, 8);
    }
    return bytes;
  }
}
