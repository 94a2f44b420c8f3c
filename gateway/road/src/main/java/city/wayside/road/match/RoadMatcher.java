package city.wayside.road.match;

import city.wayside.model.message.Report;
import city.wayside.road.network.RoadNetwork;

/// Puts reports on the road.
public final class RoadMatcher {

  private final RoadNetwork network;

  /// A matcher for a network, with settings that suit any city.
  public RoadMatcher(RoadNetwork network) {
    this.network = network;
  }

  /// Matches a station's next report, which must be newer than its trajectory's newest.
  public MatchedReport match(Trajectory trajectory, Report report) {
    throw new UnsupportedOperationException(network.version() + trajectory + report);
  }
}
