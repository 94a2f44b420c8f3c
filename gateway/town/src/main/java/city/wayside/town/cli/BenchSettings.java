package city.wayside.town.cli;

import city.wayside.town.bench.server.WaysideContender;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/// Settings of the server that a benchmark measures; mixed into its command.
final class BenchSettings {

  @Option(
      names = "--set",
      paramLabel = "WAYSIDE_KEY=VALUE",
      description = "A setting for the server under test, as an environment variable; repeatable.")
  private Map<String, String> settings = new TreeMap<>();

  /// The environment variables.
  Map<String, String> all() throws CommandFailed {
    for (String name : settings.keySet()) {
      if (!name.startsWith(WaysideContender.SETTING)) {
        throw CommandFailed.usage("--set has \"" + name + "\"; allowed is WAYSIDE_KEY=VALUE");
      }
    }
    return settings;
  }
}
