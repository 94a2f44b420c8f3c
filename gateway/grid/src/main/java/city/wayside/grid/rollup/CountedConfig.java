package city.wayside.grid.rollup;

import city.wayside.model.config.Setting;

/// When counters say something about the share of vehicles that report, and how sure that is.
///
/// @param countedMin vehicles that must have been counted
/// @param probesMin reporting vehicles that must have passed the counters
/// @param halfLifeDays after so many days a count has half its weight
/// @param placeSpread how much the share differs from place to place, while few places tell
public record CountedConfig(
    @Setting(
            value =
                "So many vehicles must have been counted on a group of roads at a time of day"
                    + " before the share that reports is known there.",
            otherwise = "500",
            min = 1)
        double countedMin,
    @Setting(
            value = "So many reporting vehicles must have passed the counters as well.",
            otherwise = "20",
            min = 1)
        double probesMin,
    @Setting(
            value = "After so many days a count has half its weight.",
            otherwise = "14",
            min = 0.1,
            max = 3650)
        double halfLifeDays,
    @Setting(
            value =
                "How much the share is taken to differ from place to place, as a part of it; the"
                    + " more places have counters, the less it matters.",
            otherwise = "0.15",
            min = 0,
            max = 2)
        double placeSpread) {

  /// The documented defaults.
  public static CountedConfig defaults() {
    return new CountedConfig(500, 20, 14, 0.15);
  }
}
