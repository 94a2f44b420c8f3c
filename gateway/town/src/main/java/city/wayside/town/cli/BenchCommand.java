package city.wayside.town.cli;

import city.wayside.kit.fleet.LoadOptions;
import city.wayside.road.source.NetworkException;
import city.wayside.town.bench.DecodeBench;
import city.wayside.town.bench.IngestBench;
import city.wayside.town.compose.Bundled;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bench`.
@Command(
    name = "bench",
    description = {
      "Measures: machine, correctness, each run, the spread, and the ratio to a peer where one is"
          + " installed.",
      "NAME: ingest (end to end; the server runs in a process of its own) or",
      "decode (messages a second of one thread); warning, connections, coap, match, query: not yet."
    })
final class BenchCommand implements Callable<Integer> {

  private static final Set<String> NOT_YET =
      Set.of("warning", "connections", "coap", "match", "query");

  private static final int INGEST_S = 10;
  private static final int DECODE_S = 2;
  private static final long FIRST_STATION_ID = 1_000_000;

  private final Terminal terminal;

  @Parameters(paramLabel = "NAME", description = "ingest or decode.")
  private String name = "";

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

  BenchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailed, InterruptedException {
    if (NOT_YET.contains(name)) {
      throw CommandFailed.usage("not yet: bench " + name + "; allowed are ingest, decode");
    }
    boolean correct =
        switch (name) {
          case "ingest" -> ingest(secondsOr(INGEST_S));
          case "decode" ->
              new DecodeBench(runs, Duration.ofSeconds(secondsOr(DECODE_S)))
                  .run(System::nanoTime, terminal.out()::println);
          default ->
              throw CommandFailed.usage("NAME is \"" + name + "\"; allowed are ingest, decode");
        };
    return correct ? ExitCode.OK : ExitCode.FAILED;
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
