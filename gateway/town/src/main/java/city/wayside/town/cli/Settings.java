package city.wayside.town.cli;

import city.wayside.town.compose.WaysideConfig;
import city.wayside.town.config.ConfigException;
import city.wayside.town.config.ConfigReader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Reads the configuration of commands that run something.
final class Settings {

  private Settings() {}

  /// The configuration in a file, or the defaults, overridden by the environment.
  static WaysideConfig read(Terminal terminal, @Nullable Path file) throws CommandFailed {
    ConfigReader<WaysideConfig> reader =
        new ConfigReader<>(WaysideConfig.class, terminal.environment());
    try {
      return file == null ? reader.defaults() : reader.read(file);
    } catch (ConfigException e) {
      throw CommandFailed.usage("the configuration cannot be used\n" + e.getMessage());
    }
  }
}
