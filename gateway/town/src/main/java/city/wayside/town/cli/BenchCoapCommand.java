package city.wayside.town.cli;

import city.wayside.kit.load.Pace;
import city.wayside.road.source.NetworkException;
import city.wayside.town.bench.coap.CoapBench;
import city.wayside.town.bench.coap.CoapPlan;
import city.wayside.town.compose.Bundled;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `bench coap`.
@Command(
    name = "coap",
    description = {
      "How many messages a second go all the way over CoAP and DTLS, what one costs the server, and"
          + " how that compares to Californium's server alone, which only answers.",
      "A process may have as many sockets as `ulimit -n` says, less some dozens of its own."
    })
final class BenchCoapCommand implements Callable<Integer> {

  private static final int UNDER_WAY = 500;

  private final Terminal terminal;

  @Option(
      names = {"--connections", "--vehicles"},
      paramLabel = "N",
      defaultValue = "1000",
      converter = Numbers.Count.class,
      description = "Vehicles, each with its own key and session. Default: ${DEFAULT-VALUE}.")
  private int connections;

  @Option(
      names = "--rate",
      paramLabel = "R",
      converter = Numbers.Count.class,
      description = {"Messages a second of all together. Default: as fast as answers come."})
  private @Nullable Integer ratePerS;

  @Option(
      names = "--under-way",
      paramLabel = "N",
      converter = Numbers.Count.class,
      description = {
        "How many messages of all together may wait for their answers at the same time; without"
            + " --rate only.",
        "Default: " + UNDER_WAY + ", or one for each vehicle where those are fewer."
      })
  private @Nullable Integer underWay;

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

  @Option(names = "--plain", description = "Measures plain CoAP instead, without DTLS.")
  private boolean isPlain;

  @Option(names = "--alone", description = "Leaves Californium's server out.")
  private boolean isAlone;

  @Mixin private BenchSettings settings = new BenchSettings();

  BenchCoapCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailed, InterruptedException {
    CoapPlan plan =
        new CoapPlan(connections, !isPlain, pace(), seconds, runs, !isAlone, settings.all());
    try {
      boolean isCorrect =
          new CoapBench(plan, Bundled.network(), InstantSource.system(), System::nanoTime)
              .run(terminal.out()::println);
      return isCorrect ? ExitCode.OK : ExitCode.FAILED;
    } catch (IOException | NetworkException | ExecutionException e) {
      throw CommandFailed.failed(String.valueOf(e.getMessage()));
    }
  }

  private Pace pace() throws CommandFailed {
    Integer perS = ratePerS;
    Integer most = underWay;
    if (perS != null && most != null) {
      throw CommandFailed.usage("only one of --rate and --under-way is allowed");
    }
    if (perS != null) {
      return Pace.of(perS);
    }
    return Pace.answered(most == null ? Math.min(connections, UNDER_WAY) : most);
  }
}
