package city.wayside.town.cli;

import city.wayside.kit.fleet.LoadOptions;
import city.wayside.road.source.NetworkException;
import city.wayside.town.bench.IngestBench;
import city.wayside.town.compose.Bundled;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.time.InstantSource;
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
      "Measures end to end: machine, correctness, each run, the spread, and the ratio to a peer"
          + " where one is installed. The server runs in a process of its own.",
      "NAME: ingest (warning, connections, coap, match, decode, query: not yet)."
    })
final class BenchCommand implements Callable<Integer> {

  private static final Set<String> NOT_YET =
      Set.of("warning", "connections", "coap", "match", "decode", "query");

  private static final long FIRST_STATION_ID = 1_000_000;

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
      names = "--qos",
      paramLabel = "0|1",
      defaultValue = "1",
      converter = Numbers.Qos.class,
      description = "MQTT quality of service. Default: ${DEFAULT-VALUE}.")
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
      throw CommandFailed.usage("not yet: bench " + name + "; allowed is ingest");
    }
    if (!name.equals("ingest")) {
      throw CommandFailed.usage("NAME is \"" + name + "\"; allowed is ingest");
    }
    Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    try {
      LoadOptions load = new LoadOptions(vehicles, ratePerS, seconds, FIRST_STATION_ID, 1);
      boolean correct =
          new IngestBench(load, qos, runs)
              .run(
                  vertx,
                  Bundled.network(),
                  InstantSource.system(),
                  System::nanoTime,
                  terminal.out()::println);
      return correct ? ExitCode.OK : ExitCode.FAILED;
    } catch (IOException | NetworkException | ExecutionException e) {
      throw CommandFailed.failed(String.valueOf(e.getMessage()));
    } finally {
      vertx.close();
    }
  }
}
