package city.wayside.town.compose;

import city.wayside.adapters.CityAdapters;
import city.wayside.grid.Grid;
import city.wayside.server.GatewayServer;
import city.wayside.server.Mount;
import city.wayside.server.ServerSources;
import city.wayside.server.place.PlaceSources;
import city.wayside.town.telemetry.ProcessTelemetry;
import io.vertx.core.Vertx;
import java.util.List;

/// What a process serves over HTTP. Every role has the server, for health and metrics at least; the
/// feeds are mounted where the city adapters are.
record Web(
    TownPlan plan, Vertx vertx, Grid grid, Places places, ProcessTelemetry telemetry, Parts parts) {

  /// Starts the feeds, if the process has that role, and the server.
  ///
  /// @return the port on which it listens
  int start(Readiness readiness) throws TownException {
    List<Mount> mounts = plan.has(Role.CITY_ADAPTERS) ? List.of(feeds()) : List.of();
    ServerSources sources =
        new ServerSources(
            plan.network(),
            grid.stations(),
            grid.traffic(),
            new PlaceSources(
                places.corridors(),
                places.zones(),
                grid.zones(),
                plan.config().traffic().levels().defaultFreeFlowMps()),
            grid.changes(),
            grid.clientFigures(),
            telemetry,
            telemetry::prometheusText,
            readiness,
            plan.clock(),
            telemetry);
    GatewayServer server =
        Parts.started(
            "HTTP server", GatewayServer.start(vertx, plan.config().server(), sources, mounts));
    parts.add("HTTP server", () -> Parts.stopped(server.close()));
    return server.port();
  }

  private Mount feeds() throws TownException {
    CityAdapters adapters =
        Parts.started(
            "city adapters",
            CityAdapters.start(
                vertx,
                plan.config().adapters(),
                plan.network(),
                grid.traffic(),
                grid.changes(),
                telemetry,
                plan.clock()));
    parts.add("city adapters", () -> Parts.stopped(adapters.close()));
    return new Mount("/feeds", adapters.router());
  }
}
