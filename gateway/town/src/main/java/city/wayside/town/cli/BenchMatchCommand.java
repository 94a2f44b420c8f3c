package city.wayside.town.cli;

import city.wayside.kit.trace.TraceException;
import city.wayside.kit.trace.TraceReader;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.source.NetworkException;
import city.wayside.town.bench.match.MatchBench;
import city.wayside.town.bench.match.MatchPoints;
import city.wayside.town.compose.Bundled;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bench match`.
@Command(
    name = "match",
    description = {
      "How many points a second one thread puts on the road, the matcher alone and warm; where the"
          + " trace has edge_id, also how many of them on the right segment.",
      "Without TRACE: the demo town and its traffic."
    })
final class BenchMatchCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(
      paramLabel = "TRACE",
      arity = "0..1",
      description = "The trace: CSV with header, also gzipped.")
  private @Nullable Path trace;

  @Option(
      names = "--network",
      paramLabel = "FILE",
      description = "The road network: GeoJSON, .osm or .osm.pbf, each also with .gz.")
  private @Nullable Path network;

  @Option(
      names = "--points",
      paramLabel = "N",
      defaultValue = "2000000",
      converter = Numbers.Points.class,
      description = "So many of the trace's first points at most. Default: ${DEFAULT-VALUE}.")
  private int pointsMax;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "5",
      converter = Numbers.Count.class,
      description = "How many runs, after some to warm up. Default: ${DEFAULT-VALUE}.")
  private int runs;

  BenchMatchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailed {
    Path traceFile = trace;
    Path networkFile = network;
    if ((traceFile == null) != (networkFile == null)) {
      throw CommandFailed.usage("TRACE and --network go together");
    }
    try {
      RoadNetwork roads = networkFile == null ? Bundled.network() : Networks.read(networkFile);
      MatchPoints points = points(roads, traceFile);
      if (points.count() == 0) {
        throw CommandFailed.usage(traceFile + ": has no points");
      }
      return new MatchBench(roads, points, runs)
              .run(
                  System::nanoTime,
                  ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime,
                  terminal.out()::println)
          ? ExitCode.OK
          : ExitCode.FAILED;
    } catch (TraceException | NetworkException e) {
      throw CommandFailed.usage(String.valueOf(e.getMessage()));
    }
  }

  private MatchPoints points(RoadNetwork roads, @Nullable Path traceFile) throws TraceException {
    if (traceFile == null) {
      try (TraceReader fleet = Bundled.fleet()) {
        return MatchPoints.read(roads, fleet, pointsMax, _ -> true);
      }
    }
    BadLines badLines = new BadLines(terminal.err(), traceFile);
    try (TraceReader reader = TraceReader.open(traceFile, badLines)) {
      MatchPoints points = MatchPoints.read(roads, reader, pointsMax, _ -> true);
      badLines.summarize();
      return points;
    }
  }
}
