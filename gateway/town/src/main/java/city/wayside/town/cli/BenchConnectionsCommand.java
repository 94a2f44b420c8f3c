package city.wayside.town.cli;

import city.wayside.town.bench.connections.ConnectionsBench;
import city.wayside.town.bench.server.Peer;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `bench connections`.
@Command(
    name = "connections",
    description = {
      "What a connection that says nothing costs in memory, and how long it takes when all come"
          + " back at once.",
      "A process may have as many sockets as `ulimit -n` says, less some dozens of its own."
    })
final class BenchConnectionsCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "18000",
      converter = Numbers.Count.class,
      description = "How many connections. Default: ${DEFAULT-VALUE}.")
  private int connections;

  @Option(names = "--tls", description = "Measures the same over TLS as well.")
  private boolean isTls;

  @Option(
      names = "--rate",
      paramLabel = "R",
      defaultValue = "0",
      converter = Numbers.CountOrNone.class,
      description =
          "How many connect a second; 0 for as fast as they can. Default: ${DEFAULT-VALUE}.")
  private int ratePerS;

  @Mixin private BenchPeers peers = new BenchPeers();

  @Mixin private BenchSettings settings = new BenchSettings();

  BenchConnectionsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailed, InterruptedException {
    ConnectionsBench bench =
        new ConnectionsBench(
            connections, isTls, peers.of(Peer.MOSQUITTO, Peer.HIVEMQ), ratePerS, settings.all());
    try {
      boolean isCorrect = bench.run(System::nanoTime, terminal.out()::println);
      return isCorrect ? ExitCode.OK : ExitCode.FAILED;
    } catch (IOException | ExecutionException e) {
      throw CommandFailed.failed(String.valueOf(e.getMessage()));
    }
  }
}
