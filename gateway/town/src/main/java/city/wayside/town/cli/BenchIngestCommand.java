package city.wayside.town.cli;

import city.wayside.kit.fleet.LoadOptions;
import city.wayside.road.source.NetworkException;
import city.wayside.town.bench.ingest.IngestBench;
import city.wayside.town.compose.Bundled;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `bench ingest`.
@Command(name = "ingest", description = "How many messages a second go all the way.")
final class BenchIngestCommand implements Callable<Integer> {

  private static final int INGEST_S = 10;
  private static final long FIRST_STATION_ID = 1_000_000;

  private final Terminal terminal;

  @Option(
      names = "--vehicles",
      paramLabel = "N",
      defaultValue = "500",
      converter = Numbers.Count.class,
      description = "ingest: vehicles, each with its own connection. Default: ${DEFAULT-VALUE}.")
  private int vehicles;

  @Option(
      names = "--rate",
      paramLabel = "R",
      defaultValue = "5000",
      converter = Numbers.Count.class,
      description = "ingest: messages a second of all together. Default: ${DEFAULT-VALUE}.")
  private int ratePerS;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      converter = Numbers.Count.class,
      description =
          "How long each run sends, or measures each decoder. Default: 10 for ingest, 2 for"
              + " decode.")
  private @Nullable Integer seconds;

  @Option(
      names = "--qos",
      paramLabel = "0|1",
      defaultValue = "1",
      converter = Numbers.Qos.class,
      description = "ingest: MQTT quality of service. Default: ${DEFAULT-VALUE}.")
  private int qos;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "3",
      converter = Numbers.Count.class,
      description = "How many runs. Default: ${DEFAULT-VALUE}.")
  private int runs;

  BenchIngestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailed, InterruptedException {
    return ingest(secondsOr(INGEST_S)) ? ExitCode.OK : ExitCode.FAILED;
  }

  private int secondsOr(int otherwise) {
    Integer given = seconds;
    return given == null ? otherwise : given;
  }

  private boolean ingest(int durationS) throws CommandFailed, InterruptedException {
    Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    try {
      LoadOptions load = new LoadOptions(vehicles, ratePerS, durationS, FIRST_STATION_ID, 1);
      return new IngestBench(load, qos, runs)
          .run(
              vertx,
              Bundled.network(),
              InstantSource.system(),
              System::nanoTime,
              terminal.out()::println);
    } catch (IOException | NetworkException | ExecutionException e) {
      throw CommandFailed.failed(String.valueOf(e.getMessage()));
    } finally {
      vertx.close();
    }
  }
}
