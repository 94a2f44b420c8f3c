package city.wayside.road;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Recorded data beside the checkout; tests that need them are skipped without.
public final class SharedData {

  private SharedData() {}

  /// A folder of them.
  public static Path folder(String name) {
    Path root = Path.of(System.getProperty("wayside.root", "."));
    Path near = root.resolve("../shared/data").resolve(name);
    Path data = Files.exists(near) ? near : root.resolve("../../shared/data").resolve(name);
    assumeTrue(Files.exists(data), "no recorded data at " + near.toAbsolutePath().normalize());
    return data;
  }
}
