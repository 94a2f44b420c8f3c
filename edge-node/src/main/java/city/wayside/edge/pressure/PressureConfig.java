package city.wayside.edge.pressure;

import city.wayside.model.config.Setting;

/// From when on how much is shed.
///
/// @param thinFromPercent share of `edge.uplink.pendingMessagesMax` at which level 1 begins
/// @param thinFullPercent the share at which level 4 begins; the levels between lie evenly
/// @param lagFromMs how late an event loop may be before level 1 begins
/// @param lagFullMs how late an event loop is at level 4
/// @param calmMs how long it must be calm before the level goes down by one
/// @param beaconIntervalMs the shortest time between two beacons of a station at the first step of
///   thinning; each further step doubles it
public record PressureConfig(
    @Setting(
            value = "Percent of the messages that may wait for the grid at which thinning begins.",
            otherwise = "20",
            min = 1,
            max = 99)
        int thinFromPercent,
    @Setting(
            value = "Percent of the messages that may wait at which thinning is strongest.",
            otherwise = "80",
            min = 2,
            max = 100)
        int thinFullPercent,
    @Setting(
            value = "Thinning begins when an event loop is this many milliseconds late.",
            otherwise = "150",
            min = 1,
            max = 60_000)
        long lagFromMs,
    @Setting(
            value = "Thinning is strongest when an event loop is this many milliseconds late.",
            otherwise = "1000",
            min = 2,
            max = 60_000)
        long lagFullMs,
    @Setting(
            value = "Thinning goes down by one level after so many calm milliseconds.",
            otherwise = "500",
            min = 0,
            max = 60_000)
        long calmMs,
    @Setting(
            value =
                "Shortest time between two beacons of a station at the first step of thinning, in"
                    + " milliseconds; each of the three further steps doubles it.",
            otherwise = "250",
            min = 10,
            max = 60_000)
        long beaconIntervalMs) {

  /// Refuses limits that contradict each other.
  public PressureConfig {
    if (thinFullPercent <= thinFromPercent) {
      throw new IllegalArgumentException(
          "thinFullPercent is "
              + thinFullPercent
              + ", must be above thinFromPercent = "
              + thinFromPercent);
    }
    if (lagFullMs <= lagFromMs) {
      throw new IllegalArgumentException(
          "lagFullMs is " + lagFullMs + ", must be above lagFromMs = " + lagFromMs);
    }
  }

  /// The documented defaults.
  public static PressureConfig defaults() {
    return new PressureConfig(20, 80, 150, 1000, 500, 250);
  }
}
