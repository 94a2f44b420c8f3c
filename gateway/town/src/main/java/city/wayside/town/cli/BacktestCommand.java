package city.wayside.town.cli;

import city.wayside.kit.trace.TraceException;
import city.wayside.kit.trace.TraceReader;
import city.wayside.road.network.RoadNetwork;
import city.wayside.town.backtest.Backtest;
import city.wayside.town.backtest.BacktestResult;
import city.wayside.town.backtest.Comparison;
import city.wayside.town.backtest.ErrorTable;
import city.wayside.town.backtest.StationSample;
import city.wayside.town.backtest.TrafficFile;
import city.wayside.town.backtest.TrafficRow;
import city.wayside.town.backtest.report.BacktestReport;
import city.wayside.town.backtest.report.Subject;
import city.wayside.town.backtest.report.Trial;
import city.wayside.town.bench.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
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
      "With --truth it also prints how far speed, flow and density are from the truth; where the"
          + " trace has edge_id, beside what a perfect assignment of the same rows would give.",
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
      description = "Where the result is written; of several runs, that of the first.")
  private Path out = Path.of("");

  @Option(
      names = "--truth",
      paramLabel = "FILE.csv",
      description = "The truth to compare with, in the columns of the result.")
  private @Nullable Path truth;

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = {
        "Writes a page with tables, plots and maps of the errors; goes with --truth.",
      })
  private @Nullable Path report;

  @Option(
      names = "--sample-stations",
      paramLabel = "P",
      defaultValue = "1",
      converter = Numbers.Shares.Reader.class,
      description = {
        "Takes only this share of the stations, above 0 to 1; flow and density are scaled up.",
        "Several shares, with commas between, are run one after the other. Default:"
            + " ${DEFAULT-VALUE}."
      })
  private Numbers.Shares shares = new Numbers.Shares(List.of());

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Chooses which stations. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "1",
      converter = Numbers.Seeds.class,
      description = {
        "Runs each share below 1 with so many seeds, from --seed on, and tells their spread.",
        "Default: ${DEFAULT-VALUE}."
      })
  private int seeds;

  BacktestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailed, InterruptedException {
    if (report != null && truth == null) {
      throw CommandFailed.usage("--report goes with --truth and only with it");
    }
    RoadNetwork roads = Networks.read(network);
    try {
      List<TrafficRow> actual = truth == null ? List.of() : TrafficFile.read(truth);
      BacktestWords words = new BacktestWords(terminal.out());
      List<StationSample> samples = samples();
      List<Trial> trials = new ArrayList<>();
      for (StationSample sample : samples) {
        long startedNs = System.nanoTime();
        BacktestResult result = run(roads, sample);
        double tookS = (System.nanoTime() - startedNs) / 1e9;
        words.tell(sample, samples.size() > 1, result, tookS);
        if (sample.equals(samples.getFirst())) {
          TrafficFile.write(out, result.rows());
          words.wrote(result, out);
        }
        if (truth != null) {
          ErrorTable.of(result.rows(), actual).lines().forEach(terminal.out()::println);
          trials.add(new Trial(result, Comparison.of(roads, sample, result, actual), tookS));
        }
      }
      words.tellErrors(trials.stream().map(Trial::comparison).toList());
      writeReport(roads, trials);
      return ExitCode.OK;
    } catch (TraceException e) {
      throw CommandFailed.usage(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw CommandFailed.failed(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private void writeReport(RoadNetwork roads, List<Trial> trials) throws IOException {
    Path file = report;
    Path truthFile = truth;
    if (file == null || truthFile == null) {
      return;
    }
    Subject subject =
        new Subject(
            name(trace),
            name(network),
            name(truthFile),
            windowS,
            "Wayside " + new BuildVersion().version() + "; " + Machine.words());
    Files.writeString(file, BacktestReport.html(subject, roads, trials));
    terminal.out().println("wrote the report to " + file);
  }

  private static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  /// All stations are the same stations whatever the seed.
  private List<StationSample> samples() {
    return shares.each().stream()
        .flatMap(share ->
            LongStream.range(0, share < 1 ? seeds : 1)
                .mapToObj(more -> new StationSample(share, seed + more)))
        .toList();
  }

  private BacktestResult run(RoadNetwork roads, StationSample sample)
      throws TraceException, InterruptedException {
    Backtest backtest =
        new Backtest(
            roads,
            windowS,
            sample,
            Math.max(1, Runtime.getRuntime().availableProcessors()),
            truth != null);
    BadLines badLines = new BadLines(terminal.err(), trace);
    try (TraceReader reader = TraceReader.open(trace, badLines)) {
      Progress progress = new Progress(terminal.err());
      BacktestResult result = backtest.run(reader, rows -> progress.show(rows + " rows"));
      progress.end();
      badLines.summarize();
      return result;
    }
  }
}
