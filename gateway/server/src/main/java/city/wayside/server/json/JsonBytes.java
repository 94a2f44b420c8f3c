package city.wayside.server.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Writes one JSON text into memory.
public final class JsonBytes {

  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonBytes() {}

  /// What a text consists of.
  @FunctionalInterface
  public interface Content {
    /// Writes all of it.
    void writeTo(JsonGenerator json) throws IOException;
  }

  /// The text in UTF-8.
  public static byte[] of(Content content) {
    try (ByteArrayBuilder bytes = new ByteArrayBuilder()) {
      try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
        content.writeTo(json);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }
}
