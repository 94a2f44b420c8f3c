package city.wayside.town.cli;

import city.wayside.road.network.RoadNetwork;
import city.wayside.town.compose.Role;
import city.wayside.town.compose.TownPlan;
import city.wayside.town.compose.WaysideConfig;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;

/// Plans for towns that run in real time.
final class TownPlans {

  private TownPlans() {}

  /// A plan with the system's clock and a new run id.
  static TownPlan of(WaysideConfig config, Set<Role> roles, RoadNetwork network) {
    String runId = "edge-" + UUID.randomUUID().toString().substring(0, 8);
    return new TownPlan(
        config, roles, network, InstantSource.system(), runId, new BuildVersion().version());
  }
}
