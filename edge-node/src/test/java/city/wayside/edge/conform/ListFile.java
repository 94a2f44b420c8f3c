package city.wayside.edge.conform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The lists of what a standard or a test suite asks for: id | whose concern | in our own words.
public final class ListFile {

  private static final int PARTS = 3;

  private ListFile() {}

  /// The lines of a list, each in its three parts.
  ///
  /// @param name the file's, in the folder `conform` of the test resources
  public static List<List<String>> read(String name) {
    try (InputStream in =
        Objects.requireNonNull(ListFile.class.getResourceAsStream("/conform/" + name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(ListFile::parts)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<String> parts(String line) {
    List<String> parts = List.of(line.split(" \\| ", -1));
    if (parts.size() != PARTS) {
      throw new IllegalArgumentException("not three parts: " + line);
    }
    return parts;
  }
}
