package city.wayside.edge.detect;

import city.wayside.model.config.Setting;

/// When vehicles that brake show a hazard.
///
/// @param isEnabled whether such places are told of
/// @param decelerationMps2 how hard they must brake
/// @param fromMps how fast they must have been
/// @param vehiclesMin how many of them there must be
/// @param withinM how near to each other
/// @param withinMs within which time
/// @param holdMs how long a place is told of after the last of them
/// @param brakingsCountMax how many brakings are remembered
public record BrakingConfig(
    @Setting(
            value = "Whether places where several vehicles brake hard are told of.",
            otherwise = "true")
        boolean isEnabled,
    @Setting(
            value = "Braking this hard counts, in metres per second squared.",
            otherwise = "5",
            min = 1,
            max = 12)
        double decelerationMps2,
    @Setting(
            value = "Braking from at least this many metres per second counts.",
            otherwise = "8",
            min = 1,
            max = 50)
        double fromMps,
    @Setting(
            value = "So many different vehicles must have braked.",
            otherwise = "3",
            min = 2,
            max = 100)
        int vehiclesMin,
    @Setting(
            value = "They must have braked within this many metres of road.",
            otherwise = "200",
            min = 10,
            max = 2000)
        double withinM,
    @Setting(
            value = "They must have braked within this many milliseconds.",
            otherwise = "30000",
            min = 1000,
            max = 600_000)
        long withinMs,
    @Setting(
            value = "The place is told of for this many milliseconds after the last braking.",
            otherwise = "60000",
            min = 1000,
            max = 3_600_000)
        long holdMs,
    @Setting(
            value = "Brakings that are remembered; beyond it the oldest is forgotten, and counted.",
            otherwise = "10000",
            min = 10,
            max = 1_000_000)
        int brakingsCountMax) {

  /// The documented defaults.
  public static BrakingConfig defaults() {
    return new BrakingConfig(true, 5, 8, 3, 200, 30_000, 60_000, 10_000);
  }
}
