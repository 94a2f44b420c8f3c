package city.wayside.messages.vectors;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/// The reference messages beside the checkout, one JSON object a line.
public final class Vectors {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Vectors() {}

  /// All records of a file; the test is skipped where the file is absent.
  public static List<JsonNode> of(String file) {
    Path path = Path.of(System.getProperty("wayside.root", "."), "../shared/vectors", file);
    assumeTrue(Files.exists(path), "skipped: no reference messages at " + path);
    try {
      return Files.readAllLines(path).stream()
          .filter(line -> !line.isBlank())
          .map(Vectors::tree)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// A JSON text as a tree.
  public static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  /// The bytes of a record's message.
  public static byte[] bytes(JsonNode vector) {
    return HexFormat.of().parseHex(vector.get("hex").asText());
  }
}
