package city.wayside.grid.rollup;

import city.wayside.road.place.Zone;
import java.util.List;

/// What the roll-up needs beside network and thresholds.
///
/// @param flow what the flow can be wrong by
/// @param freeFlow how free-flow speeds are learned
/// @param penetrations the share of vehicles that report
/// @param zones where vehicles are counted
public record RollUpInputs(
    FlowConfig flow, FreeFlowConfig freeFlow, Penetrations penetrations, List<Zone> zones) {

  /// The documented defaults, nothing known of the penetration, and no zones.
  public static RollUpInputs defaults() {
    return new RollUpInputs(
        FlowConfig.defaults(), FreeFlowConfig.defaults(), Penetrations.UNKNOWN, List.of());
  }
}
