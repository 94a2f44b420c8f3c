package city.wayside.grid.rollup;

/// What the roll-up needs beside network and thresholds.
///
/// @param flow what the flow can be wrong by
/// @param freeFlow how free-flow speeds are learned
/// @param penetrations the share of vehicles that report
public record RollUpInputs(FlowConfig flow, FreeFlowConfig freeFlow, Penetrations penetrations) {

  /// The documented defaults, and nothing known of the penetration.
  public static RollUpInputs defaults() {
    return new RollUpInputs(FlowConfig.defaults(), FreeFlowConfig.defaults(), Penetrations.UNKNOWN);
  }
}
