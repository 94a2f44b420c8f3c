package city.wayside.edge.access;

import city.wayside.model.config.Setting;

/// How many logins of one address may fail.
///
/// @param burst how many at once
/// @param perMinute how many a minute after that
/// @param addressesMax how many addresses are remembered
public record FailuresConfig(
    @Setting(
            value = "Failed logins that one address (IPv6: one /64 network) may have at once.",
            otherwise = "60",
            min = 1,
            max = 1_000_000)
        int burst,
    @Setting(
            value = "Failed logins per minute that one address is forgiven.",
            otherwise = "60",
            min = 0.1,
            max = 1_000_000)
        double perMinute,
    @Setting(
            value = "Addresses whose failed logins are remembered.",
            otherwise = "100000",
            min = 1,
            max = 10_000_000)
        int addressesMax) {

  /// The documented defaults.
  public static FailuresConfig defaults() {
    return new FailuresConfig(60, 60, 100_000);
  }
}
