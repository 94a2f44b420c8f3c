package city.wayside.town.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Commands whose names are taken but whose work is not done yet.
sealed interface NotYetCommand extends Callable<Integer> {

  /// What is not done yet.
  String what();

  @Override
  default Integer call() throws CommandFailed {
    throw CommandFailed.usage("not yet: " + what());
  }

  /// Benchmarks.
  ///
  /// @param name the benchmark
  @Command(hidden = true, description = "Not yet.")
  record Bench(String name) implements NotYetCommand {
    @Override
    public String what() {
      return "bench "
          + name
          + "; allowed are ingest, overload, connections, coap, decode, match, network";
    }
  }
}
