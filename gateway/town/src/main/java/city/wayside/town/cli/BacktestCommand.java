package city.wayside.town.cli;

import city.wayside.kit.trace.TraceException;
import city.wayside.kit.trace.TraceReader;
import city.wayside.road.network.RoadNetwork;
import city.wayside.town.backtest.Backtest;
import city.wayside.town.backtest.BacktestResult;
import city.wayside.town.backtest.ErrorTable;
import city.wayside.town.backtest.StationSample;
import city.wayside.town.backtest.TrafficFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `backtest`.
@Command(
    name = "backtest",
    description = {
      "Computes the traffic of a recorded trace, and its errors where the truth is known.",
      "The trace goes through the same admission, matching, tally and roll-up as in the live"
          + " service, as fast as this machine allows; one row per segment and window is written.",
      "Where the trace has edge_id it prints how many rows were put on the right segment.",
      "With --truth it also prints how far speed, flow and density are from the truth.",
      "TRACE columns: time_s,vehicle_id,lat,lon,speed_mps,heading_deg[,edge_id][,type]"
    })
final class BacktestCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "TRACE", description = "The trace: CSV with header, also gzipped.")
  private Path trace = Path.of("");

  @Option(
      names = "--network",
      required = true,
      paramLabel = "FILE",
      description = "The road network: GeoJSON, .osm or .osm.pbf, each also with .gz.")
  private Path network = Path.of("");

  @Option(
      names = "--window",
      required = true,
      paramLabel = "SECONDS",
      converter = Numbers.WindowS.class,
      description = "Length of the windows: a multiple of 60.")
  private int windowS;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.csv",
      description = "Where the result is written.")
  private Path out = Path.of("");

  @Option(
      names = "--truth",
      paramLabel = "FILE.csv",
      description = "The truth to compare with, in the columns of the result.")
  private @Nullable Path truth;

  @Option(
      names = "--sample-stations",
      paramLabel = "P",
      defaultValue = "1",
      converter = Numbers.Share.class,
      description = {
        "Takes only this share of the stations, above 0 to 1; flow and density are scaled up.",
        "Default: ${DEFAULT-VALUE}."
      })
  private double share;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Chooses which stations. Default: ${DEFAULT-VALUE}.")
  private long seed;

  BacktestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailed, InterruptedException {
    RoadNetwork roads = Networks.read(network);
    Backtest backtest =
        new Backtest(
            roads,
            windowS,
            new StationSample(share, seed),
            Math.max(1, Runtime.getRuntime().availableProcessors()));
    BadLines badLines = new BadLines(terminal.err(), trace);
    long startedNs = System.nanoTime();
    try (TraceReader reader = TraceReader.open(trace, badLines)) {
      Progress progress = new Progress(terminal.err());
      BacktestResult result = backtest.run(reader, rows -> progress.show(rows + " rows"));
      progress.end();
      double tookS = (System.nanoTime() - startedNs) / 1e9;
      badLines.summarize();
      TrafficFile.write(out, result.rows());
      tell(result, tookS);
      if (truth != null) {
        ErrorTable.of(result.rows(), TrafficFile.read(truth))
            .lines()
            .forEach(terminal.out()::println);
      }
      return ExitCode.OK;
    } catch (TraceException e) {
      throw CommandFailed.usage(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw CommandFailed.failed(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private void tell(BacktestResult result, double tookS) {
    long refused = result.refused().values().stream().mapToLong(Long::longValue).sum();
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "%d rows of %d stations in %.1f s: %.0f rows/s%n",
            result.rowCount(),
            result.stationCount(),
            tookS,
            result.rowCount() / tookS);
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "sampled %d = admitted %d + refused %d%s; off road %d; bad lines %d; dropped %d%n",
            result.sampledCount(),
            result.admittedCount(),
            refused,
            result.refused().isEmpty() ? "" : " " + result.refused(),
            result.offRoadCount(),
            result.badLineCount(),
            result.droppedCount());
    if (result.judgedCount() > 0) {
      terminal
          .out()
          .printf(
              Locale.ROOT,
              "on the right segment: %.2f %% of the %d rows whose segment is known%n",
              100.0 * result.rightCount() / result.judgedCount(),
              result.judgedCount());
    }
    terminal.out().println("wrote " + result.rows().size() + " segment windows to " + out);
  }
}
