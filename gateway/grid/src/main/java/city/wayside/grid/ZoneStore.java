package city.wayside.grid;

import city.wayside.model.traffic.WindowLength;
import java.util.Map;

/// How many vehicles were in the city's zones. Blocks; for virtual threads.
public interface ZoneStore {

  /// Distinct vehicles that reported from each zone in a closed window, by the zone's id; empty
  /// when nothing is kept of it.
  Map<String, Integer> zoneVehicles(WindowLength length, long startMs);
}
