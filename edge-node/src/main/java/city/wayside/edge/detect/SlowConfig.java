package city.wayside.edge.detect;

import city.wayside.model.config.Setting;

/// Which vehicles are looked at because they hardly move.
///
/// @param speedMps up to which speed a vehicle is slow
/// @param gapM how far apart slow vehicles of one queue may be
/// @param stopLineM how far before a stop line a vehicle waits for it
/// @param silentMs after which silence a vehicle is not there any more
/// @param vehiclesCountMax how many slow vehicles are looked at
/// @param perSegmentMax how many of them on one segment
public record SlowConfig(
    @Setting(
            value = "Vehicles up to this many metres per second are slow.",
            otherwise = "2.5",
            min = 0.5,
            max = 10)
        double speedMps,
    @Setting(
            value = "Slow vehicles that are no farther apart than this many metres are one queue.",
            otherwise = "50",
            min = 5,
            max = 500)
        double gapM,
    @Setting(
            value =
                "The first slow vehicle within this many metres of a segment's end at a junction"
                    + " waits for a signal or for others.",
            otherwise = "50",
            min = 0,
            max = 500)
        double stopLineM,
    @Setting(
            value =
                "A slow vehicle that is not heard of for this many milliseconds is not there any"
                    + " more.",
            otherwise = "30000",
            min = 2_000,
            max = 600_000)
        long silentMs,
    @Setting(
            value = "Slow vehicles that are looked at; beyond it new ones are not, and counted.",
            otherwise = "200000",
            min = 100,
            max = 10_000_000)
        int vehiclesCountMax,
    @Setting(
            value =
                "Slow vehicles that are looked at on one segment; beyond it new ones are not, and"
                    + " counted.",
            otherwise = "300",
            min = 2,
            max = 10_000)
        int perSegmentMax) {

  /// The documented defaults.
  public static SlowConfig defaults() {
    return new SlowConfig(2.5, 50, 50, 30_000, 200_000, 300);
  }
}
