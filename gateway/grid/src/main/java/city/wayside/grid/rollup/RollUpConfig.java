package city.wayside.grid.rollup;

import city.wayside.model.config.Setting;

/// Where the levels of service lie, and how much must have been seen to say anything.
///
/// @param heavyBelow free flow ends here, as a share of the free-flow speed
/// @param slowBelow slow traffic begins below this share
/// @param queuingBelow queuing traffic begins below this share
/// @param stationaryBelow stationary traffic begins below this share
/// @param levelMargin by how much a border must be passed for another level than before
/// @param levelDwellS how long a level stays at least
/// @param levelTimeSMin vehicle-seconds below which the level of service stays unknown
/// @param confidenceVehicles vehicles that make half of the confidence that vehicles can give
/// @param confidenceTimeShare observed share of the window that makes half of the confidence that
///   time can give
/// @param confidenceFlowError relative standard error of the flow that halves the confidence
/// @param defaultFreeFlowMps free-flow speed where neither limit nor road class is known
public record RollUpConfig(
    @Setting(
            value = "Below this share of the free-flow speed traffic is heavy.",
            otherwise = "0.85",
            min = 0,
            max = 1)
        double heavyBelow,
    @Setting(
            value = "Below this share of the free-flow speed traffic is slow.",
            otherwise = "0.65",
            min = 0,
            max = 1)
        double slowBelow,
    @Setting(
            value = "Below this share of the free-flow speed traffic is queuing.",
            otherwise = "0.45",
            min = 0,
            max = 1)
        double queuingBelow,
    @Setting(
            value = "Below this share of the free-flow speed traffic is stationary.",
            otherwise = "0.25",
            min = 0,
            max = 1)
        double stationaryBelow,
    @Setting(
            value =
                "A border between two levels must be passed by this share of the free-flow speed"
                    + " for another level than in the window before.",
            otherwise = "0.03",
            min = 0,
            max = 0.1)
        double levelMargin,
    @Setting(
            value =
                "A level of service stays for at least so many seconds, in whole windows, while"
                    + " there is enough to tell one.",
            otherwise = "120",
            min = 0,
            max = 1800)
        int levelDwellS,
    @Setting(
            value =
                "With less time spent on the segment by all vehicles, in seconds, the level of"
                    + " service stays unknown.",
            otherwise = "5",
            min = 0)
        double levelTimeSMin,
    @Setting(
            value = "So many vehicles give half of the confidence that vehicles can give.",
            otherwise = "3",
            min = 0)
        double confidenceVehicles,
    @Setting(
            value =
                "This share of the window with a vehicle on the segment gives half of the"
                    + " confidence that time can give.",
            otherwise = "0.1",
            min = 0)
        double confidenceTimeShare,
    @Setting(
            value =
                "This relative standard error of the flow, where that is known, halves the"
                    + " confidence.",
            otherwise = "0.5",
            min = 0.01)
        double confidenceFlowError,
    @Setting(
            value = "Free-flow speed of segments without limit and road class, in m/s.",
            otherwise = "13.9",
            min = 0.1)
        double defaultFreeFlowMps) {

  /// Refuses thresholds that do not descend, and a margin that makes a level unreachable.
  public RollUpConfig {
    if (!(heavyBelow > slowBelow && slowBelow > queuingBelow && queuingBelow > stationaryBelow)) {
      throw new IllegalArgumentException(
          "heavyBelow, slowBelow, queuingBelow, stationaryBelow must descend, not %s, %s, %s, %s"
              .formatted(heavyBelow, slowBelow, queuingBelow, stationaryBelow));
    }
    if (!(levelMargin < stationaryBelow)) {
      throw new IllegalArgumentException(
          "levelMargin %s; allowed is below stationaryBelow (%s)"
              .formatted(levelMargin, stationaryBelow));
    }
  }

  /// The documented defaults.
  public static RollUpConfig defaults() {
    return new RollUpConfig(0.85, 0.65, 0.45, 0.25, 0.03, 120, 5, 3, 0.1, 0.5, 13.9);
  }
}
