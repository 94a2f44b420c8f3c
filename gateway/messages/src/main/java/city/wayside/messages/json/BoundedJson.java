package city.wayside.messages.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.OutputStream;

/// Makes the parsers and generators of all JSON messages, with the limits that hold for each.
public final class BoundedJson {

  /// How deep objects and arrays may be nested.
  public static final int NESTING_DEPTH_MAX = 16;

  /// How many characters a number may have.
  public static final int NUMBER_CHARS_MAX = 64;

  /// How many characters a name or a string may have.
  public static final int STRING_CHARS_MAX = 4096;

  // NaN and Infinity are let through the tokenizer, so that the refusal can name their field.
  // Names are not interned: senders choose them, and the JVM's table of strings only grows.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .recyclerPool(JsonRecyclerPools.threadLocalPool())
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(NESTING_DEPTH_MAX)
                  .maxNumberLength(NUMBER_CHARS_MAX)
                  .maxNameLength(STRING_CHARS_MAX)
                  .maxStringLength(STRING_CHARS_MAX)
                  .build())
          .build();

  private BoundedJson() {}

  /// A parser of a payload that lies within an array.
  static JsonParser parser(byte[] bytes, int offset, int length) throws IOException {
    return FACTORY.createParser(bytes, offset, length);
  }

  /// A generator of UTF-8 text.
  public static JsonGenerator generator(OutputStream out) throws IOException {
    return FACTORY.createGenerator(out);
  }
}
