package city.wayside.town.compose;

import city.wayside.road.network.RoadNetwork;
import java.time.InstantSource;
import java.util.Set;

/// What a town is made from.
///
/// @param config the settings
/// @param roles one or more
/// @param network the road network
/// @param clock tells the time to all parts
/// @param runId unique for every start
/// @param version the program's version
public record TownPlan(
    WaysideConfig config,
    Set<Role> roles,
    RoadNetwork network,
    InstantSource clock,
    String runId,
    String version) {

  /// True when the process has a role.
  boolean has(Role role) {
    return roles.contains(role);
  }
}
