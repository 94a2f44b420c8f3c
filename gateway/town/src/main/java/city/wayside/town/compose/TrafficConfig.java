package city.wayside.town.compose;

import city.wayside.grid.rollup.FlowConfig;
import city.wayside.grid.rollup.FreeFlowConfig;
import city.wayside.grid.rollup.RollUpConfig;
import city.wayside.grid.rollup.RollUpDriverConfig;
import city.wayside.model.config.Setting;
import city.wayside.town.penetration.PenetrationConfig;
import city.wayside.town.place.PlacesConfig;

/// How tallies become traffic.
///
/// @param windows when windows are closed and revised
/// @param levels where the levels of service lie
/// @param flow what the flow can be wrong by
/// @param penetration where the share of vehicles that report comes from
/// @param freeFlow how free-flow speeds are learned
/// @param places corridors and zones
public record TrafficConfig(
    @Setting("When windows are closed, and for how long late reports revise them.")
        RollUpDriverConfig windows,
    @Setting("Levels of service and confidence.") RollUpConfig levels,
    @Setting("The flow of all traffic and its standard error.") FlowConfig flow,
    @Setting("The share of vehicles that report; without it there is no flow of all traffic.")
        PenetrationConfig penetration,
    @Setting("How the speeds of undisturbed traffic are learned.") FreeFlowConfig freeFlow,
    @Setting("Corridors whose travel times are wanted, and zones whose vehicles are counted.")
        PlacesConfig places) {}
