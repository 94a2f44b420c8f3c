package city.wayside.town.cli;

import city.wayside.road.network.RoadNetwork;
import city.wayside.road.source.NetworkException;
import city.wayside.road.source.NetworkSource;
import java.nio.file.Path;

/// Reads the road networks that commands are given.
final class Networks {

  private Networks() {}

  /// The network in a file.
  static RoadNetwork read(Path file) throws CommandFailed {
    try {
      return NetworkSource.read(file);
    } catch (NetworkException e) {
      throw CommandFailed.usage(String.valueOf(e.getMessage()));
    }
  }
}
