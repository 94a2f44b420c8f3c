package city.wayside.town.cli;

import city.wayside.kit.fleet.PayloadFormat;
import city.wayside.road.source.NetworkException;
import city.wayside.town.bench.ingest.IngestBench;
import city.wayside.town.bench.ingest.IngestPlan;
import city.wayside.town.bench.ingest.IngestPlan.Mode;
import city.wayside.town.bench.server.Peer;
import city.wayside.town.compose.Bundled;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `bench ingest`.
@Command(
    name = "ingest",
    description = {
      "How many messages a second go all the way, and what one costs the server.",
      "Looks for the highest rate that meets the latency, then measures there; with --rate or"
          + " --blast it measures at once."
    })
final class BenchIngestCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(
      names = {"--connections", "--vehicles"},
      paramLabel = "N",
      defaultValue = "1000",
      converter = Numbers.Count.class,
      description = "Vehicles, each with its own connection. Default: ${DEFAULT-VALUE}.")
  private int connections;

  @Option(
      names = "--rate",
      paramLabel = "R",
      converter = Numbers.Count.class,
      description = "Measures at this rate: messages a second of all together.")
  private @Nullable Integer ratePerS;

  @Option(
      names = "--blast",
      description = "Measures while all send as fast as their connections take it.")
  private boolean isBlast;

  @Option(
      names = "--paced",
      description =
          "Measures at the highest rate that meets the latency; so it does unless told otherwise.")
  private boolean isPaced;

  @Option(
      names = "--p99",
      paramLabel = "MS",
      defaultValue = "50",
      converter = Numbers.Count.class,
      description =
          "The latency to meet: 99 of 100 acknowledgements within so many milliseconds. Default:"
              + " ${DEFAULT-VALUE}.")
  private int p99MsMax;

  @Option(
      names = "--qos",
      paramLabel = "0|1",
      defaultValue = "1",
      converter = Numbers.Qos.class,
      description = "MQTT quality of service. Default: ${DEFAULT-VALUE}.")
  private int qos;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "probe",
      converter = Formats.class,
      description = "cam, cam-json, bsm or probe. Default: ${DEFAULT-VALUE}.")
  private PayloadFormat format = PayloadFormat.PROBE;

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
      description = "How many runs, after one to warm up. Default: ${DEFAULT-VALUE}.")
  private int runs;

  @Mixin private BenchPeers peers = new BenchPeers();

  @Mixin private BenchSettings settings = new BenchSettings();

  BenchIngestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailed, InterruptedException {
    IngestPlan plan =
        new IngestPlan(
            connections,
            qos,
            format,
            mode(),
            seconds,
            runs,
            peers.of(Peer.MOSQUITTO),
            settings.all());
    Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    try {
      boolean isCorrect =
          new IngestBench(plan, Bundled.network(), InstantSource.system(), System::nanoTime)
              .run(vertx, terminal.out()::println);
      return isCorrect ? ExitCode.OK : ExitCode.FAILED;
    } catch (IOException | NetworkException | ExecutionException e) {
      throw CommandFailed.failed(String.valueOf(e.getMessage()));
    } finally {
      vertx.close();
    }
  }

  private Mode mode() throws CommandFailed {
    Integer perS = ratePerS;
    if ((perS == null ? 0 : 1) + (isBlast ? 1 : 0) + (isPaced ? 1 : 0) > 1) {
      throw CommandFailed.usage("only one of --rate, --blast and --paced is allowed");
    }
    if (perS != null) {
      return new Mode.Fixed(perS);
    }
    return isBlast ? new Mode.Blast() : new Mode.Search(p99MsMax);
  }
}
