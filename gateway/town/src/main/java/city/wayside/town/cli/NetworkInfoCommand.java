package city.wayside.town.cli;

import city.wayside.town.network.NetworkDescription;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `network info`.
@Command(
    name = "info",
    description = {
      "Describes a road network.",
      "Version, segments, length, bounding box, classes, what is odd about it, and how much memory"
          + " it takes."
    })
final class NetworkInfoCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "GeoJSON, .osm or .osm.pbf, each also with .gz.")
  private Path file = Path.of("");

  NetworkInfoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailed {
    NetworkDescription.of(Networks.read(file)).lines().forEach(terminal.out()::println);
    return ExitCode.OK;
  }
}
