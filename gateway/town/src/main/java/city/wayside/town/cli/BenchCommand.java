package city.wayside.town.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `bench`.
@Command(
    name = "bench",
    description = {
      "Measures: machine, correctness, each run, the spread, and the ratio to peers where they are"
          + " installed.",
      "warning, query: not yet."
    },
    synopsisSubcommandLabel = "NAME")
final class BenchCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "a name is missing; allowed are ingest, overload, connections, coap, decode, match,"
            + " network");
  }
}
