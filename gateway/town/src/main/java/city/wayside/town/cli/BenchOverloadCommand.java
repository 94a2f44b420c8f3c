package city.wayside.town.cli;

import city.wayside.kit.fleet.PayloadFormat;
import city.wayside.road.source.NetworkException;
import city.wayside.town.bench.overload.OverloadBench;
import city.wayside.town.bench.overload.OverloadPlan;
import city.wayside.town.compose.Bundled;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `bench overload`.
@Command(
    name = "overload",
    description = {
      "What the server does with more than it can take: memory, hazards, thinned beacons,"
          + " recovery.",
      "Finds out what it takes, offers several times as much, then half of it again; tells every"
          + " second."
    })
final class BenchOverloadCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "1000",
      converter = Numbers.Count.class,
      description = "Vehicles, each with its own connection. Default: ${DEFAULT-VALUE}.")
  private int connections;

  @Option(
      names = "--capacity",
      paramLabel = "R",
      defaultValue = "0",
      converter = Numbers.CountOrNone.class,
      description =
          "What the server takes, messages a second; 0 to find it out. Default: ${DEFAULT-VALUE}.")
  private int capacityPerS;

  @Option(
      names = "--factor",
      paramLabel = "X",
      defaultValue = "3",
      converter = Numbers.Speed.class,
      description = "How many times that is offered. Default: ${DEFAULT-VALUE}.")
  private double factor;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "60",
      converter = Numbers.Count.class,
      description = "For how long. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--hazards",
      paramLabel = "SHARE",
      defaultValue = "0.01",
      converter = Numbers.Share.class,
      description = "Which share of the messages are hazards. Default: ${DEFAULT-VALUE}.")
  private double hazardShare;

  @Option(
      names = "--p99",
      paramLabel = "MS",
      defaultValue = "50",
      converter = Numbers.Count.class,
      description =
          "What counts as in time: 99 of 100 acknowledgements within so many milliseconds."
              + " Default: ${DEFAULT-VALUE}.")
  private int p99MsMax;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "cam",
      converter = Formats.class,
      description = "Of the beacons: cam, cam-json, bsm or probe. Default: ${DEFAULT-VALUE}.")
  private PayloadFormat format = PayloadFormat.CAM;

  @Mixin private BenchSettings settings = new BenchSettings();

  BenchOverloadCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailed, InterruptedException {
    OverloadPlan plan =
        new OverloadPlan(
            connections,
            format,
            capacityPerS,
            factor,
            seconds,
            hazardShare,
            p99MsMax,
            settings.all());
    Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    try {
      boolean isPassed =
          new OverloadBench(plan, Bundled.network(), InstantSource.system(), System::nanoTime)
              .run(vertx, terminal.out()::println);
      return isPassed ? ExitCode.OK : ExitCode.FAILED;
    } catch (IOException | NetworkException | ExecutionException e) {
      throw CommandFailed.failed(String.valueOf(e.getMessage()));
    } finally {
      vertx.close();
    }
  }
}
