package city.wayside.town.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What figures were measured on.
public final class Machine {

  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final Path LOAD = Path.of("/proc/loadavg");

  private Machine() {}

  /// The machine in one line of a bench.
  public static String line() {
    return "machine      " + words();
  }

  /// The machine in words.
  public static String words() {
    return "%d processors (%s), %s %s, JDK %s, load %s at the start"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            processor(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.version(),
            load());
  }

  private static String processor() {
    try {
      return Files.readAllLines(PROCESSORS).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException _) {
      return "unknown";
    }
  }

  private static String load() {
    try {
      return Files.readString(LOAD).split(" ")[0];
    } catch (IOException _) {
      return "unknown";
    }
  }
}
