package city.wayside.server.place;

import city.wayside.grid.rollup.FreeFlowSpeeds;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.place.Corridor;
import java.util.Map;

/// How long a corridor takes at the speeds of one window: the sum of its segments' lengths over
/// their space-mean speeds (instantaneous travel time). No vehicle need have driven all of it. A
/// segment without a record is driven at its assumed free-flow speed.
///
/// @param lengthM the corridor's length
/// @param timeS its travel time
/// @param freeFlowS what it takes undisturbed
/// @param completeness share of the length with a record, 0 to 1
/// @param vehiclesMin the fewest vehicles that a record of it has; `Integer.MAX_VALUE` without
///   records
record CorridorTime(
    double lengthM, double timeS, double freeFlowS, double completeness, int vehiclesMin) {

  /// A segment on which traffic stands would take for ever; slower than 1 km/h counts as that.
  static final double SPEED_MPS_MIN = 1 / 3.6;

  /// The time of a corridor.
  ///
  /// @param records of one window, by segment index
  /// @param otherwiseMps free-flow speed of segments without limit and road class
  static CorridorTime of(
      Corridor corridor,
      RoadNetwork network,
      Map<Integer, SegmentTraffic> records,
      double otherwiseMps) {
    double lengthM = 0;
    double knownM = 0;
    double timeS = 0;
    double freeFlowS = 0;
    int vehiclesMin = Integer.MAX_VALUE;
    for (int segment : corridor.segmentIndexes()) {
      SegmentTraffic record = records.get(segment);
      double segmentM = network.lengthM(segment);
      double freeFlowMps =
          record == null
              ? FreeFlowSpeeds.assumedMps(network, segment, otherwiseMps)
              : record.freeFlowSpeedMps();
      lengthM += segmentM;
      freeFlowS += segmentM / freeFlowMps;
      if (record != null && record.edie().speedMps() >= 0) {
        knownM += segmentM;
        timeS += segmentM / Math.max(record.edie().speedMps(), SPEED_MPS_MIN);
        vehiclesMin = Math.min(vehiclesMin, record.vehicles());
      } else {
        timeS += segmentM / freeFlowMps;
      }
    }
    return new CorridorTime(lengthM, timeS, freeFlowS, knownM / lengthM, vehiclesMin);
  }
}
