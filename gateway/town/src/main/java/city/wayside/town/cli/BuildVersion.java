package city.wayside.town.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// What this program was built from.
public final class BuildVersion {

  private final Properties properties = new Properties();

  /// Reads what the build wrote down.
  public BuildVersion() {
    String name = "/city/wayside/town/version.properties";
    try (InputStream in = BuildVersion.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /// The version of Wayside.
  public String version() {
    return of("version");
  }

  /// The version of a library: `vertx`, `netty`, `hazelcast`, `californium`, `opentelemetry`.
  String of(String library) {
    return properties.getProperty(library, "unknown");
  }
}
