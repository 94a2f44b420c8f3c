package city.wayside.town.compose;

import city.wayside.grid.Grid;
import city.wayside.grid.rollup.RollUp;
import city.wayside.grid.rollup.RollUpDriver;
import city.wayside.grid.rollup.RollUpInputs;
import city.wayside.road.place.Zone;
import city.wayside.town.penetration.PenetrationException;
import city.wayside.town.penetration.PenetrationFollower;
import java.util.List;

/// What makes traffic of tallies, in a member of the grid.
record RollUpParts(TownPlan plan, Grid grid, List<Zone> zones, Parts parts) {

  /// Starts the roll-up and what it asks.
  void start() throws TownException {
    TrafficConfig traffic = plan.config().traffic();
    RollUpInputs inputs =
        new RollUpInputs(traffic.flow(), traffic.freeFlow(), penetrations(traffic), zones);
    RollUp rollUp = new RollUp(plan.network(), traffic.levels(), inputs);
    RollUpDriver driver = grid.rollUp(rollUp, traffic.windows());
    driver.start();
    parts.add("roll-up", driver);
  }

  private PenetrationFollower penetrations(TrafficConfig traffic) throws TownException {
    PenetrationFollower follower =
        new PenetrationFollower(
            traffic.penetration(),
            plan.network(),
            new PenetrationFollower.Stores(grid.drivenDistances(), grid.places(), grid::leads),
            traffic.windows().reviseUntilMs(),
            plan.clock());
    try {
      follower.start();
    } catch (PenetrationException e) {
      throw new TownException(
          "the penetration (section traffic.penetration)\n" + e.getMessage(), e);
    }
    parts.add("penetration", follower);
    return follower;
  }
}
