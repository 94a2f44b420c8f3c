package city.wayside.road.source;

import city.wayside.road.network.RoadNetwork;
import java.nio.file.Path;

/// Reads a road network from whatever file it is in.
public final class NetworkSource {

  private NetworkSource() {}

  /// Reads a network: `.geojson`, `.json`, `.osm`, `.osm.pbf`, or any of them with `.gz`.
  ///
  /// @throws NetworkException when the file is missing, unreadable or no road network
  public static RoadNetwork read(Path file) throws NetworkException {
    throw new NetworkException(file + ": not yet");
  }
}
