package city.wayside.town.compose;

import city.wayside.adapters.AdaptersConfig;
import city.wayside.edge.EdgeConfig;
import city.wayside.grid.GridConfig;
import city.wayside.model.config.Setting;
import city.wayside.server.ServerConfig;
import city.wayside.town.clients.ClientsConfig;
import city.wayside.town.telemetry.TelemetryConfig;

/// Everything that can be configured.
///
/// @param network the road network
/// @param grid the grid
/// @param clients the registry of clients
/// @param traffic how tallies become traffic
/// @param edge the edge node
/// @param server the HTTP server
/// @param adapters the feeds to the city
/// @param telemetry what is measured about the processes
public record WaysideConfig(
    @Setting("The road network that all figures refer to; the same in all processes.")
        NetworkConfig network,
    @Setting("The grid: the memory that all processes share.") GridConfig grid,
    @Setting("The clients that may connect, when not everybody may.") ClientsConfig clients,
    @Setting("How tallies become traffic.") TrafficConfig traffic,
    @Setting("The edge node: where vehicles connect.") EdgeConfig edge,
    @Setting("The HTTP server: API, console, feeds, health, metrics.") ServerConfig server,
    @Setting("The feeds to the systems of the city.") AdaptersConfig adapters,
    @Setting("What is measured about the processes themselves.") TelemetryConfig telemetry) {

  /// The same with another edge node.
  public WaysideConfig withEdge(EdgeConfig newEdge) {
    return new WaysideConfig(network, grid, clients, traffic, newEdge, server, adapters, telemetry);
  }

  /// The same with another grid.
  public WaysideConfig withGrid(GridConfig newGrid) {
    return new WaysideConfig(network, newGrid, clients, traffic, edge, server, adapters, telemetry);
  }

  /// The same with another HTTP server.
  public WaysideConfig withServer(ServerConfig newServer) {
    return new WaysideConfig(network, grid, clients, traffic, edge, newServer, adapters, telemetry);
  }
}
