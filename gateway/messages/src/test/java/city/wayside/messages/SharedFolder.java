package city.wayside.messages;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// Reference data beside the checkout: official schemas and recorded messages.
public final class SharedFolder {

  private static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("wayside.root")))
          .resolve("../shared")
          .normalize();

  private SharedFolder() {}

  /// A file or folder; without it the test is skipped and says so.
  public static Path of(String path) {
    Path file = ROOT.resolve(path);
    assumeTrue(Files.exists(file), () -> "needs the reference data " + file);
    return file;
  }
}
