package city.wayside.town.compose;

import city.wayside.road.place.Corridor;
import city.wayside.road.place.Zone;
import city.wayside.town.place.PlacesConfig;
import city.wayside.town.place.PlacesException;
import city.wayside.town.place.PlacesFile;
import java.util.List;

/// The city's places, as its files have them.
///
/// @param corridors the corridors
/// @param zones the zones
record Places(List<Corridor> corridors, List<Zone> zones) {

  /// The places that a plan names.
  static Places read(TownPlan plan) throws TownException {
    PlacesConfig config = plan.config().traffic().places();
    PlacesFile files = new PlacesFile(plan.network());
    try {
      return new Places(files.corridors(config.corridorsFile()), files.zones(config.zonesFile()));
    } catch (PlacesException e) {
      throw new TownException("corridors and zones (section traffic.places)\n" + e.getMessage(), e);
    }
  }
}
