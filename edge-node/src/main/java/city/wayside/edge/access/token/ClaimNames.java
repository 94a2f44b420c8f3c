package city.wayside.edge.access.token;

import city.wayside.model.config.Setting;

/// Which claims of a token say what its client is.
///
/// @param role the role's claim: `vehicle` or `rsu`
/// @param stations the claim with the stations that a vehicle speaks for: an array of ids
/// @param area the claim with a roadside unit's area: `[south, west, north, east]` or `everywhere`
/// @param rate the claim with the messages a second
public record ClaimNames(
    @Setting(value = "Claim with the role, `vehicle` or `rsu`.", otherwise = "role") String role,
    @Setting(
            value = "Claim with the ids of a vehicle's stations, as an array.",
            otherwise = "stations")
        String stations,
    @Setting(
            value =
                "Claim with the area of a roadside unit: [south, west, north, east] in degrees, or"
                    + " `everywhere`.",
            otherwise = "area")
        String area,
    @Setting(value = "Claim with the messages per second.", otherwise = "ratePerS") String rate) {

  /// The documented defaults.
  public static ClaimNames defaults() {
    return new ClaimNames("role", "stations", "area", "ratePerS");
  }
}
