package city.wayside.messages.canonical;

import city.wayside.messages.MessageFormat;
import city.wayside.messages.Unpacked;
import city.wayside.messages.uper.Draft;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.Uper;
import city.wayside.model.refusal.Refusal;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/// Whole messages as canonical JSON, and back. Any thread; stateless.
public final class CanonicalJson {

  /// How deep objects and arrays may be nested; the deepest message needs 24.
  public static final int NESTING_DEPTH_MAX = 64;

  /// How many characters a string or a name may have.
  public static final int STRING_CHARS_MAX = 1 << 17;

  static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(NESTING_DEPTH_MAX)
                  .maxStringLength(STRING_CHARS_MAX)
                  .build())
          .build();

  private CanonicalJson() {}

  /// The JSON of a message.
  public static String write(Unpacked.Message message) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      new CanonicalWriter(message.tape(), json).write(message.format().type(), message.root());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /// The bytes of a message from its JSON.
  ///
  /// @throws Malformed when the JSON is no message of this format
  public static byte[] pack(MessageFormat format, String text) throws Malformed {
    try (JsonParser json = JSON.createParser(text)) {
      json.nextToken();
      byte[] bytes = pack(format, json);
      if (json.nextToken() != null) {
        throw malformed("is followed by something");
      }
      return bytes;
    } catch (JsonProcessingException malformed) {
      throw malformed("is not valid JSON: " + malformed.getOriginalMessage());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// The bytes of a message that is the member `value` of a JSON object.
  static byte[] packMember(MessageFormat format, String text) throws Malformed {
    try (JsonParser json = JSON.createParser(text)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean found = json.currentName().equals("value");
        json.nextToken();
        if (found) {
          return pack(format, json);
        }
        json.skipChildren();
      }
    } catch (JsonProcessingException malformed) {
      throw malformed("is not valid JSON: " + malformed.getOriginalMessage());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    throw malformed("has no member value");
  }

  private static byte[] pack(MessageFormat format, JsonParser json) throws IOException, Malformed {
    Draft draft = new Draft(format.type());
    long root = new CanonicalReader(draft, json).read(format.type());
    return Uper.encode(format.type(), draft.tape(), root);
  }

  private static Malformed malformed(String reason) {
    return new Malformed(Refusal.MALFORMED, reason, Malformed.NO_OFFSET);
  }
}
