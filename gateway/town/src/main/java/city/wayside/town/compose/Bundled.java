package city.wayside.town.compose;

import city.wayside.kit.trace.TraceException;
import city.wayside.kit.trace.TraceReader;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.source.NetworkException;
import city.wayside.road.source.NetworkSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The demo town that comes with the program: an invented road network and the traffic on it.
public final class Bundled {

  private static final String NETWORK = "/demo/town.geojson";
  private static final String FLEET = "/demo/fleet.csv.gz";

  private Bundled() {}

  /// The demo town's network.
  public static RoadNetwork network() throws NetworkException {
    try (InputStream in = resource(NETWORK)) {
      Path folder = Files.createTempDirectory("wayside-");
      Path file = folder.resolve("town.geojson");
      try {
        Files.copy(in, file);
        return NetworkSource.read(file);
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new NetworkException("the bundled demo town cannot be unpacked: " + e.getMessage(), e);
    }
  }

  /// A reader at the first row of the demo town's traffic; the caller closes it.
  public static TraceReader fleet() throws TraceException {
    return TraceReader.open(FLEET, resource(FLEET), _ -> {});
  }

  private static InputStream resource(String name) {
    InputStream in = Bundled.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException(name + " is missing from the program");
    }
    return in;
  }
}
