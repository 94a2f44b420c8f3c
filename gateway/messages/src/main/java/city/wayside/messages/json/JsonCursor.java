package city.wayside.messages.json;

import city.wayside.messages.measure.Quantity;
import city.wayside.model.refusal.Refusal;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads one JSON text from begin to end and refuses, by path, value and what is allowed, whatever
/// the reader cannot take. Used by one thread.
///
/// It always stands on a value. [#enterObject] and [#nextField] go through an object, [#enterArray]
/// and [#nextElement] through an array; the reader takes or skips each value before it goes on.
public final class JsonCursor implements AutoCloseable {

  /// Stands for a whole number that no field has given yet.
  public static final long ABSENT = Long.MIN_VALUE;

  /// How much of a sender's value is shown back to it.
  private static final int SHOWN_CHARS_MAX = 32;

  /// How much of a name is shown: all of the longest that we know.
  private static final int NAME_CHARS_MAX = 40;

  /// How much of the path to a value is shown; of a longer one its end.
  private static final int PATH_CHARS_MAX = 120;

  private final JsonParser parser;

  private JsonCursor(JsonParser parser) {
    this.parser = parser;
  }

  /// Opens a text that lies within an array, and steps on its only value.
  public static JsonCursor over(byte[] bytes, int offset, int length) throws Rejection {
    try {
      JsonParser parser = BoundedJson.parser(bytes, offset, length);
      JsonCursor cursor =
          new JsonCursor(parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION));
      if (cursor.step() != JsonToken.START_OBJECT) {
        throw new Rejection(Refusal.MALFORMED, "the payload is not a JSON object");
      }
      return cursor;
    } catch (IOException impossible) {
      throw new Rejection(Refusal.MALFORMED, "the payload is not valid JSON");
    }
  }

  /// Steps past the end of the text, at which there must be nothing more.
  public void end() throws Rejection {
    if (step() != null) {
      throw new Rejection(
          Refusal.MALFORMED, "something follows the JSON object, which must stand alone");
    }
  }

  /// Enters the object on which the cursor stands.
  public void enterObject() throws Rejection {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw wrongType("must be an object");
    }
  }

  /// Steps on the value of the next field.
  ///
  /// @return the field's name; nothing at the end of the object
  public @Nullable String nextField() throws Rejection {
    try {
      String field = parser.nextFieldName();
      if (field != null) {
        parser.nextToken();
      }
      return field;
    } catch (IOException malformed) {
      throw notJson(malformed);
    }
  }

  /// Enters the array on which the cursor stands.
  public void enterArray() throws Rejection {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw wrongType("must be an array");
    }
  }

  /// Steps on the next element.
  ///
  /// @param countMax how many elements the array may have
  /// @return false at the end of the array
  public boolean nextElement(int countMax) throws Rejection {
    JsonToken token = step();
    if (token == JsonToken.END_ARRAY) {
      return false;
    }
    if (token == null) {
      throw notJson();
    }
    // On an element that is itself an object or array, the parser is within it already.
    JsonStreamContext within = parser.getParsingContext();
    JsonStreamContext array = token.isStructStart() ? within.getParent() : within;
    if (array.getCurrentIndex() >= countMax) {
      throw new Rejection(
          Refusal.OUT_OF_RANGE,
          path(array.getParent())
              + " has more elements than it may have, must have at most "
              + countMax);
    }
    return true;
  }

  /// True when the value is an object.
  public boolean isObject() {
    return parser.currentToken() == JsonToken.START_OBJECT;
  }

  /// True when the value is `null`.
  public boolean isNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  /// The whole number of this value.
  public long whole(long min, long max) throws Rejection {
    String allowed = "must be a whole number from " + min + " to " + max;
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      throw wrongType(allowed);
    }
    try {
      long value = parser.getLongValue();
      if (value >= min && value <= max) {
        return value;
      }
    } catch (InputCoercionException beyondLong) {
      // Refused with what is too large for its range.
    } catch (IOException malformed) {
      throw notJson(malformed);
    }
    throw refused(Refusal.OUT_OF_RANGE, allowed);
  }

  /// The whole number of this value, for what fits into 32 bits.
  public int count(int min, int max) throws Rejection {
    return (int) whole(min, max);
  }

  /// The quantity whose integer this value is; `NaN` for its marks of absence.
  public double quantity(Quantity quantity) throws Rejection {
    return quantity.valueOf(whole(quantity.wireMin(), quantity.wireMax()));
  }

  /// The number of this value, whole or not; `NaN` for `null`.
  public double number(double min, double max, String unit) throws Rejection {
    if (isNull()) {
      return Double.NaN;
    }
    String allowed = "must be a number of " + unit + " from " + shown(min) + " to " + shown(max);
    if (!parser.currentToken().isNumeric()) {
      throw wrongType(allowed);
    }
    try {
      double value = parser.getDoubleValue();
      if (parser.isNaN()) {
        throw refused(Refusal.MALFORMED, allowed);
      }
      if (value >= min && value <= max) {
        return value;
      }
    } catch (IOException malformed) {
      throw notJson(malformed);
    }
    throw refused(Refusal.OUT_OF_RANGE, allowed);
  }

  /// The string of this value.
  public String text(int charsMax) throws Rejection {
    String allowed = "must be a string of at most " + charsMax + " characters";
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw wrongType(allowed);
    }
    try {
      String text = parser.getText();
      if (text.length() <= charsMax) {
        return text;
      }
    } catch (IOException malformed) {
      throw notJson(malformed);
    }
    throw refused(Refusal.OUT_OF_RANGE, allowed);
  }

  /// Reads past this value, still refusing what is not JSON.
  public void skip() throws Rejection {
    int depth = 0;
    JsonToken token = parser.currentToken();
    while (true) {
      if (token == JsonToken.VALUE_NUMBER_FLOAT && isNotANumber()) {
        throw refused(Refusal.MALFORMED, "must be a JSON value");
      }
      if (token == null) {
        throw notJson();
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (depth == 0) {
        return;
      }
      token = step();
    }
  }

  /// A refusal of this value.
  public Rejection refused(Refusal code, String allowed) {
    return new Rejection(
        code, path(parser.getParsingContext()) + " is " + shownValue() + ", " + allowed);
  }

  /// A refusal of this value as one of a wrong JSON type.
  public Rejection wrongType(String allowed) {
    return new Rejection(
        Refusal.MALFORMED,
        path(parser.getParsingContext()) + " is " + named(parser.currentToken()) + ", " + allowed);
  }

  /// Refuses the object that was just read to its end, unless it had a field.
  public void require(boolean seen, String field) throws Rejection {
    if (!seen) {
      String path = path(parser.getParsingContext());
      throw new Rejection(
          Refusal.MALFORMED, (path.isEmpty() ? "" : path + ".") + field + " is missing");
    }
  }

  /// What a field of the object just read has given, which must be there.
  public <T> T require(@Nullable T value, String field) throws Rejection {
    require(value != null, field);
    return Objects.requireNonNull(value);
  }

  /// The whole number that a field of the object just read has given, which must be there.
  public long require(long value, String field) throws Rejection {
    require(value != ABSENT, field);
    return value;
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException impossible) {
      throw new IllegalStateException("an array cannot fail to close", impossible);
    }
  }

  private @Nullable JsonToken step() throws Rejection {
    try {
      return parser.nextToken();
    } catch (IOException malformed) {
      throw notJson(malformed);
    }
  }

  private boolean isNotANumber() throws Rejection {
    try {
      return parser.isNaN();
    } catch (IOException malformed) {
      throw notJson(malformed);
    }
  }

  private Rejection notJson(IOException malformed) {
    String message = malformed.getMessage();
    return message != null && message.startsWith("Duplicate field")
        ? new Rejection(
            Refusal.MALFORMED, path(parser.getParsingContext()) + " stands twice, must stand once")
        : notJson();
  }

  private Rejection notJson() {
    String path = path(parser.getParsingContext());
    return new Rejection(
        Refusal.MALFORMED,
        path.isEmpty()
            ? "the payload is not valid JSON"
            : "the payload is not valid JSON at or after " + path);
  }

  private String shownValue() {
    try {
      return shortened(parser.getText(), SHOWN_CHARS_MAX);
    } catch (IOException unreadable) {
      return "no JSON value";
    }
  }

  /// The path to what a context stands on: names joined by dots, indices in brackets.
  private static String path(@Nullable JsonStreamContext context) {
    StringBuilder path = new StringBuilder();
    for (JsonStreamContext at = context; at != null; at = at.getParent()) {
      if (at.inObject() && at.getCurrentName() != null) {
        path.insert(0, shortened(at.getCurrentName(), NAME_CHARS_MAX)).insert(0, '.');
      } else if (at.inArray()) {
        path.insert(0, "[" + at.getCurrentIndex() + "]");
      }
    }
    if (path.length() > PATH_CHARS_MAX) {
      return "..." + path.substring(path.length() - PATH_CHARS_MAX);
    }
    return path.isEmpty() || path.charAt(0) != '.' ? path.toString() : path.substring(1);
  }

  private static String shown(double limit) {
    return limit == (long) limit ? Long.toString((long) limit) : Double.toString(limit);
  }

  private static String shortened(String text, int charsMax) {
    return text.length() <= charsMax ? text : text.substring(0, charsMax) + "...";
  }

  private static String named(@Nullable JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a string";
      case VALUE_TRUE, VALUE_FALSE -> "a boolean";
      case VALUE_NULL -> "null";
      case VALUE_NUMBER_INT -> "a whole number";
      // Its value is not shown: where a whole number belongs, it may be a position in degrees.
      case VALUE_NUMBER_FLOAT -> "a number with a fraction";
      case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> "no value";
      case null -> "no value";
    };
  }
}
