package city.wayside.town.compose;

import city.wayside.grid.rollup.RollUpConfig;
import city.wayside.grid.rollup.RollUpDriverConfig;
import city.wayside.model.config.Setting;

/// How tallies become traffic.
///
/// @param windows when windows are closed and revised
/// @param levels where the levels of service lie
public record TrafficConfig(
    @Setting("When windows are closed, and for how long late reports revise them.")
        RollUpDriverConfig windows,
    @Setting("Levels of service and confidence.") RollUpConfig levels) {}
