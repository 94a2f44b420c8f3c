package city.wayside.server.place;

import city.wayside.grid.ZoneStore;
import city.wayside.road.place.Corridor;
import city.wayside.road.place.Zone;
import java.util.List;
import java.util.Map;

/// What is known of the city's places.
///
/// @param corridors the corridors of the network
/// @param zones the zones of the network
/// @param counts the vehicles in the zones
/// @param otherwiseMps free-flow speed of segments without limit and road class
public record PlaceSources(
    List<Corridor> corridors, List<Zone> zones, ZoneStore counts, double otherwiseMps) {

  private static final double USUAL_MPS = 13.9;

  /// No places.
  public static PlaceSources none() {
    return new PlaceSources(List.of(), List.of(), (_, _) -> Map.of(), USUAL_MPS);
  }
}
