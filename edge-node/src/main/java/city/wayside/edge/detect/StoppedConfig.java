package city.wayside.edge.detect;

import city.wayside.model.config.Setting;

/// When a vehicle that stands is a hazard.
///
/// @param isEnabled whether such vehicles are told of
/// @param standingS how long it must have stood
/// @param waitingS how long, where it may be waiting for a signal or in a queue
/// @param busS how long, when it is a bus
/// @param passesMin how many others must have driven past meanwhile
/// @param passShare how fast, as a share of the limit
/// @param passMps how fast, where the limit is lower or not known
/// @param drivenM how far it must have driven before, so that it was not parked
/// @param limitMpsMin the lowest limit of the roads that are looked at
public record StoppedConfig(
    @Setting(
            value = "Whether vehicles that stand where others drive are told of.",
            otherwise = "true")
        boolean isEnabled,
    @Setting(
            value = "A vehicle must have stood for this many seconds.",
            otherwise = "60",
            min = 5,
            max = 3600)
        int standingS,
    @Setting(
            value =
                "A vehicle that may be waiting, before a stop line or behind others that stand,"
                    + " must have stood for this many seconds: longer than a signal is ever red.",
            otherwise = "300",
            min = 5,
            max = 7200)
        int waitingS,
    @Setting(
            value = "A bus must have stood for this many seconds: longer than at a stop.",
            otherwise = "600",
            min = 5,
            max = 7200)
        int busS,
    @Setting(
            value = "So many others must have driven past it meanwhile.",
            otherwise = "3",
            min = 1,
            max = 100)
        int passesMin,
    @Setting(
            value = "Others drive past when they have at least this share of the speed limit.",
            otherwise = "0.5",
            min = 0.1,
            max = 1)
        double passShare,
    @Setting(
            value = "Others drive past when they have at least this many metres per second.",
            otherwise = "5",
            min = 1,
            max = 50)
        double passMps,
    @Setting(
            value = "It must have driven so many metres before, or it was parked.",
            otherwise = "100",
            min = 0,
            max = 10_000)
        double drivenM,
    @Setting(
            value =
                "Roads with a lower limit than this many metres per second are left out: there"
                    + " vehicles park.",
            otherwise = "8.4",
            min = 0,
            max = 100)
        double limitMpsMin) {

  /// Refuses times that contradict each other.
  public StoppedConfig {
    if (waitingS < standingS || busS < standingS) {
      throw new IllegalArgumentException(
          "waitingS is "
              + waitingS
              + " and busS is "
              + busS
              + ", both must be at least standingS = "
              + standingS);
    }
  }

  /// The documented defaults.
  public static StoppedConfig defaults() {
    return new StoppedConfig(true, 60, 300, 600, 3, 0.5, 5, 100, 8.4);
  }
}
