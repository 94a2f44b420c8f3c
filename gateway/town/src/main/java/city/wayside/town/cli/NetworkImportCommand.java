package city.wayside.town.cli;

import city.wayside.road.network.RoadNetwork;
import city.wayside.town.network.NetworkWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `network import`.
@Command(
    name = "import",
    description = {
      "Builds a road network from OpenStreetMap or GeoJSON lines.",
      "It is written as GeoJSON, for `network.file` of the configuration. What is odd about it is"
          + " told: code, number, and the first that have it."
    })
final class NetworkImportCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "SOURCE", description = "GeoJSON, .osm or .osm.pbf, each also with .gz.")
  private Path source = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where it is written: a name that ends in .geojson or .geojson.gz.")
  private Path out = Path.of("");

  NetworkImportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandFailed {
    String name = String.valueOf(out.getFileName());
    if (!name.endsWith(".geojson") && !name.endsWith(".geojson.gz")) {
      throw CommandFailed.usage(
          "--out is \"" + out + "\"; allowed is a name that ends in .geojson or .geojson.gz");
    }
    RoadNetwork network = Networks.read(source);
    try {
      NetworkWriter.write(network, out);
    } catch (IOException e) {
      throw CommandFailed.failed(out + " cannot be written: " + e.getMessage());
    }
    network.oddities().lines().forEach(terminal.out()::println);
    terminal.out().println("wrote " + network.segmentCount() + " segments to " + out);
    return ExitCode.OK;
  }
}
