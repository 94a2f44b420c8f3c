package city.wayside.kit.fleet;

import city.wayside.road.network.RoadNetwork;
import city.wayside.road.source.NetworkException;
import city.wayside.road.source.NetworkSource;
import java.nio.file.Path;

/// The demo's road network and trace, as they lie in the checkout.
public final class DemoTown {

  private static final Path FOLDER =
      Path.of(System.getProperty("wayside.root", "../.."), "gateway/town/src/main/resources/demo");

  private DemoTown() {}

  public static RoadNetwork network() throws NetworkException {
    return NetworkSource.read(FOLDER.resolve("town.geojson"));
  }

  static Path trace() {
    return FOLDER.resolve("fleet.csv.gz");
  }
}
