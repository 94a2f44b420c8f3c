package city.wayside.town.cli;

import city.wayside.road.source.NetworkException;
import city.wayside.town.bench.IngestBench;
import city.wayside.town.compose.Bundled;
import city.wayside.town.compose.TownException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bench`.
@Command(
    name = "bench",
    description = {
      "Measures end to end: machine, correctness, each run and the spread.",
      "NAME: ingest (warning, connections, coap, match, decode, query: not yet)."
    })
final class BenchCommand implements Callable<Integer> {

  private static final Set<String> NOT_YET =
      Set.of("warning", "connections", "coap", "match", "decode", "query");

  private final Terminal terminal;

  @Parameters(paramLabel = "NAME", description = "ingest.")
  private String name = "";

  @Option(
      names = "--vehicles",
      paramLabel = "N",
      defaultValue = "500",
      converter = Numbers.Count.class,
      description = "Vehicles, each with its own connection. Default: ${DEFAULT-VALUE}.")
  private int vehicles;

  @Option(
      names = "--rate",
      paramLabel = "R",
      defaultValue = "5000",
      converter = Numbers.Count.class,
      description = "Messages a second of all together. Default: ${DEFAULT-VALUE}.")
  private int ratePerS;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "10",
      converter = Numbers.Count.class,
      description = "How long each run sends. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "3",
      converter = Numbers.Count.class,
      description = "How many runs. Default: ${DEFAULT-VALUE}.")
  private int runs;

  BenchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailed, InterruptedException {
    if (NOT_YET.contains(name)) {
      throw CommandFailed.usage("not yet: bench " + name + "; allowed is ingest");
    }
    if (!name.equals("ingest")) {
      throw CommandFailed.usage("NAME is \"" + name + "\"; allowed is ingest");
    }
    try {
      IngestBench bench = new IngestBench(vehicles, ratePerS, seconds);
      List<IngestBench.Run> done =
          bench.run(
              TownPlans.of(
                  Settings.read(terminal, null),
                  Set.of(
                      city.wayside.town.compose.Role.GATEWAY,
                      city.wayside.town.compose.Role.EDGE_NODE),
                  Bundled.network()),
              runs);
      bench.lines(done).forEach(terminal.out()::println);
      return done.stream().allMatch(IngestBench.Run::isCorrect) ? ExitCode.OK : ExitCode.FAILED;
    } catch (TownException | NetworkException | ExecutionException e) {
      throw CommandFailed.failed(String.valueOf(e.getMessage()));
    }
  }
}
