package city.wayside.edge.detect;

import city.wayside.model.config.Setting;

/// How events that the gateway finds itself are told.
///
/// @param stationId whose events they are
/// @param repeatMs how often an event is told again while it lasts
/// @param validMs how long it holds after it was told last
/// @param movedM how far it must have moved to be told again before
/// @param eventsCountMax how many there may be at a time
public record TellingConfig(
    @Setting(
            value =
                "The station id of the events that the gateway finds itself; no client may speak of"
                    + " them.",
            otherwise = "4294967294",
            min = 1,
            max = 4_294_967_295.0)
        long stationId,
    @Setting(
            value = "An event that lasts is told again after this many milliseconds.",
            otherwise = "30000",
            min = 1000,
            max = 600_000)
        long repeatMs,
    @Setting(
            value = "An event holds for this many milliseconds after it was told last.",
            otherwise = "120000",
            min = 2000,
            max = 3_600_000)
        long validMs,
    @Setting(
            value = "An event that has moved this many metres is told again at once.",
            otherwise = "30",
            min = 1,
            max = 10_000)
        double movedM,
    @Setting(
            value = "Events at a time; beyond it new ones are not told of, and counted.",
            otherwise = "1000",
            min = 1,
            max = 3000)
        int eventsCountMax) {

  /// Refuses an event that would end before it is told again.
  public TellingConfig {
    if (validMs <= repeatMs) {
      throw new IllegalArgumentException(
          "validMs is " + validMs + ", must be above repeatMs = " + repeatMs);
    }
  }

  /// The documented defaults.
  public static TellingConfig defaults() {
    return new TellingConfig(4_294_967_294L, 30_000, 120_000, 30, 1000);
  }
}
