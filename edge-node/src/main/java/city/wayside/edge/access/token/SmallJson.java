package city.wayside.edge.access.token;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a small JSON object whole: objects become maps, arrays lists, numbers `Long` or `Double`;
/// members that are `null` are left out, as items they are of no type. Bounded in depth and length;
/// a member that is written twice is refused, for two readers might take different ones.
final class SmallJson {

  private static final int DEPTH_MAX = 6;
  private static final int TEXT_CHARS_MAX = 16 * 1024;

  /// An item that is `null`.
  private static final Object NOTHING = new Object();

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH_MAX)
                  .maxNumberLength(32)
                  .maxNameLength(256)
                  .maxStringLength(TEXT_CHARS_MAX)
                  .build())
          .build();

  private SmallJson() {}

  /// The members of an object.
  ///
  /// @throws IOException when the bytes are no JSON object, or something comes after it
  static Map<String, Object> object(byte[] bytes) throws IOException {
    try (JsonParser parser = FACTORY.createParser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("it is no JSON object");
      }
      Map<String, Object> members = members(parser);
      if (parser.nextToken() != null) {
        throw new IOException("something comes after the JSON object");
      }
      return members;
    } catch (JsonProcessingException e) {
      // Without the place and a piece of the text, which may be secret.
      throw new IOException("it is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Map<String, Object> members(JsonParser parser) throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() != JsonToken.VALUE_NULL) {
        members.put(name, value(parser));
      }
    }
    return members;
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> members(parser);
      case START_ARRAY -> {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(parser));
        }
        yield items;
      }
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_NULL -> NOTHING;
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw new IOException("it has a value that is not allowed");
    };
  }
}
