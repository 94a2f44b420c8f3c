package city.wayside.server;

import city.wayside.grid.ClientRecords;
import city.wayside.grid.LiveStations;
import city.wayside.grid.TrafficStore;
import city.wayside.model.flow.TrafficChanges;
import city.wayside.model.telemetry.Readings;
import city.wayside.model.telemetry.Telemetry;
import city.wayside.road.network.RoadNetwork;
import city.wayside.server.place.PlaceSources;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// Where the server's answers come from.
///
/// @param network the road network that all answers refer to
/// @param stations live stations
/// @param traffic closed windows
/// @param places corridors and zones
/// @param changes windows as they close
/// @param clients what became of the clients' messages
/// @param readings this process's metrics, for the status
/// @param prometheusText this process's metrics in Prometheus' text format; may block
/// @param readiness whether all that the gateway needs is there; may block
/// @param clock the time
/// @param telemetry where the server's own metrics go
public record ServerSources(
    RoadNetwork network,
    LiveStations stations,
    TrafficStore traffic,
    PlaceSources places,
    TrafficChanges changes,
    ClientRecords clients,
    Readings readings,
    Supplier<String> prometheusText,
    Supplier<List<HealthCheck>> readiness,
    InstantSource clock,
    Telemetry telemetry) {}
