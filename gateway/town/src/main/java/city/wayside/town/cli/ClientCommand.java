package city.wayside.town.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `client`.
@Command(
    name = "client",
    description = {
      "Adds, lists and removes the clients that may connect, and says what each may do.",
      "They matter once `edge.access.mode` of the configuration is `registered`. Every command"
          + " works on the running grid of a configuration, or on a clients file."
    },
    synopsisSubcommandLabel = "COMMAND")
final class ClientCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "a command is missing; allowed are add, list, show, disable, enable, remove");
  }
}
