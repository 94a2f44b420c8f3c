package city.wayside.grid.rollup;

import city.wayside.model.config.Setting;

/// What the flow of all traffic can be wrong by even when every vehicle reports.
///
/// @param positionErrorM how far along the road positions are off, as a standard deviation
/// @param misplacedShare share of the vehicles that are taken to be on another segment
public record FlowConfig(
    @Setting(
            value =
                "How far along the road positions are off, as a standard deviation in metres; the"
                    + " vehicles on a segment when a window begins or ends are cut wrongly by it.",
            otherwise = "5",
            min = 0,
            max = 100)
        double positionErrorM,
    @Setting(
            value =
                "Share of the vehicles that are taken to be on another segment than they are; part"
                    + " of the standard error of the flow.",
            otherwise = "0.03",
            min = 0,
            max = 1)
        double misplacedShare) {

  /// The documented defaults.
  public static FlowConfig defaults() {
    return new FlowConfig(5, 0.03);
  }
}
