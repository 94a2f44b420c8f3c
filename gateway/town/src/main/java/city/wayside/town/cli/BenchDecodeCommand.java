package city.wayside.town.cli;

import city.wayside.town.bench.DecodeBench;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `bench decode`.
@Command(
    name = "decode",
    description = "How many messages a second one thread decodes, and what garbage that makes.")
final class BenchDecodeCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "2",
      converter = Numbers.Count.class,
      description = "How long each decoder is measured. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "3",
      converter = Numbers.Count.class,
      description = "How many runs. Default: ${DEFAULT-VALUE}.")
  private int runs;

  BenchDecodeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    boolean isCorrect =
        new DecodeBench(runs, Duration.ofSeconds(seconds))
            .run(System::nanoTime, terminal.out()::println);
    return isCorrect ? ExitCode.OK : ExitCode.FAILED;
  }
}
