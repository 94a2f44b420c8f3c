package city.wayside.grid.rollup;

import city.wayside.model.config.Setting;

/// How the speed of undisturbed traffic is learned.
///
/// @param percentile the share of undisturbed windows that are not faster
/// @param windowsMin undisturbed one-minute windows of a segment before its speed counts
/// @param windowsKept with so many windows, the older ones count half
/// @param stoppedShareMax windows with a larger share of standing time are not undisturbed
public record FreeFlowConfig(
    @Setting(
            value =
                "The free-flow speed is the speed that this share of the undisturbed one-minute"
                    + " windows of a segment does not exceed, and never more than the limit.",
            otherwise = "0.85",
            min = 0.5,
            max = 1)
        double percentile,
    @Setting(
            value =
                "So many undisturbed windows of a segment are needed; before, its limit or what is"
                    + " usual for its class counts.",
            otherwise = "60",
            min = 1)
        int windowsMin,
    @Setting(
            value =
                "When a segment has so many windows, all of them are counted half from then on.",
            otherwise = "4000",
            min = 100,
            max = 1_000_000)
        int windowsKept,
    @Setting(
            value =
                "A window in which vehicles stood for more than this share of their time is not"
                    + " undisturbed.",
            otherwise = "0.1",
            min = 0,
            max = 1)
        double stoppedShareMax) {

  /// Refuses to forget before anything was learned.
  public FreeFlowConfig {
    if (windowsKept < 2 * windowsMin) {
      throw new IllegalArgumentException(
          "windowsKept %d; allowed is at least twice windowsMin (%d)"
              .formatted(windowsKept, windowsMin));
    }
  }

  /// The documented defaults.
  public static FreeFlowConfig defaults() {
    return new FreeFlowConfig(0.85, 60, 4000, 0.1);
  }
}
