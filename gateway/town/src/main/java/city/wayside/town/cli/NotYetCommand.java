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

  /// `client`.
  @Command(
      name = "client",
      description = "Not yet: adds, lists and removes MQTT and CoAP clients and their rights.")
  final class Client implements NotYetCommand {
    @Override
    public String what() {
      return "client, which will provision clients; for now every client on the loopback is served";
    }
  }

  /// Benchmarks.
  ///
  /// @param name the benchmark
  @Command(hidden = true, description = "Not yet.")
  record Bench(String name) implements NotYetCommand {
    @Override
    public String what() {
      return "bench " + name + "; allowed are ingest, overload, connections, decode";
    }
  }
}
