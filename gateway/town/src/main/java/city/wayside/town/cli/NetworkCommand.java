package city.wayside.town.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `network`.
@Command(
    name = "network",
    description = "Imports and describes road networks.",
    synopsisSubcommandLabel = "COMMAND")
final class NetworkCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "a command is missing; allowed are import, info");
  }
}
