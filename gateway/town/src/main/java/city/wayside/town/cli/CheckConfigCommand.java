package city.wayside.town.cli;

import city.wayside.town.compose.WaysideConfig;
import city.wayside.town.config.ConfigException;
import city.wayside.town.config.ConfigReader;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `check-config`.
@Command(
    name = "check-config",
    description = {
      "Checks a configuration file, and the environment with it.",
      "Each problem is named with file, line, column, key, value and what is allowed."
    })
final class CheckConfigCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "The configuration file (YAML).")
  private Path file = Path.of("");

  CheckConfigCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try {
      new ConfigReader<>(WaysideConfig.class, terminal.environment()).read(file);
      terminal.out().println(file + ": no problems");
      return ExitCode.OK;
    } catch (ConfigException e) {
      e.problems().forEach(terminal.err()::println);
      int count = e.problems().size();
      terminal.err().println(count == 1 ? "1 problem" : count + " problems");
      return ExitCode.USAGE;
    }
  }
}
