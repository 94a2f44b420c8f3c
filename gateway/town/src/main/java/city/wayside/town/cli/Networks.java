package city.wayside.town.cli;

import city.wayside.road.network.RoadNetwork;
import city.wayside.road.source.NetworkException;
import city.wayside.road.source.NetworkSource;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Reads the road networks that commands are given.
final class Networks {

  private static final Logger LOG = LoggerFactory.getLogger(Networks.class);

  private Networks() {}

  /// What is odd about the network of a service that starts.
  static void logOddities(RoadNetwork network) {
    Level level = network.oddities().isSuspicious() ? Level.WARN : Level.INFO;
    LOG.atLevel(level)
        .log(
            "road network {}: {} segments; oddities: {} (`wayside network info` explains them)",
            network.version(),
            network.segmentCount(),
            network.oddities().summary());
  }

  /// The network in a file.
  static RoadNetwork read(Path file) throws CommandFailed {
    try {
      return NetworkSource.read(file);
    } catch (NetworkException e) {
      throw CommandFailed.usage(String.valueOf(e.getMessage()));
    }
  }
}
