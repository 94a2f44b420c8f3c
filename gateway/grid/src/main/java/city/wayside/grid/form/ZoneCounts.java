package city.wayside.grid.form;

import java.util.Map;

/// The distinct vehicles of all zones in a window.
///
/// @param vehicles by the zone's id
public record ZoneCounts(Map<String, Integer> vehicles) {}
