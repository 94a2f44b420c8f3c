package city.wayside.town.cli;

import city.wayside.road.source.NetworkException;
import city.wayside.town.bench.network.NetworkBench;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bench network`.
@Command(
    name = "network",
    description = {
      "How long a road network takes to load, and how much memory a segment takes.",
      "Without FILE it is an invented city, the same for the same --segments and --seed."
    })
final class BenchNetworkCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "GeoJSON, .osm or .osm.pbf, each also with .gz.")
  private @Nullable Path file;

  @Option(
      names = "--segments",
      paramLabel = "N",
      defaultValue = "500000",
      converter = Numbers.Count.class,
      description = "Segments of the invented city. Default: ${DEFAULT-VALUE}.")
  private int segments;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Decides what the invented city looks like. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "3",
      converter = Numbers.Count.class,
      description = "How many runs after the first. Default: ${DEFAULT-VALUE}.")
  private int runs;

  BenchNetworkCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailed {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    NetworkBench bench = new NetworkBench(runs, System::nanoTime, threads::getCurrentThreadCpuTime);
    Path given = file;
    try {
      boolean isCorrect =
          given == null
              ? bench.run(segments, seed, terminal.out()::println)
              : bench.run(given, terminal.out()::println);
      return isCorrect ? ExitCode.OK : ExitCode.FAILED;
    } catch (IOException | NetworkException e) {
      throw CommandFailed.failed(String.valueOf(e.getMessage()));
    }
  }
}
