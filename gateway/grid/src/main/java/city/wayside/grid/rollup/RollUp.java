package city.wayside.grid.rollup;

import city.wayside.model.traffic.EdieFigures;
import city.wayside.model.traffic.LevelOfService;
import city.wayside.model.traffic.SegmentTally;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.SegmentWindow;
import city.wayside.model.traffic.TravelTimePercentiles;
import city.wayside.model.traffic.TravelTimeSketch;
import city.wayside.model.traffic.WindowLength;
import city.wayside.road.network.RoadNetwork;
import org.jspecify.annotations.Nullable;

/// From the merged tally of one segment and window to its canonical record. Pure.
///
/// What cannot be known from the reporting vehicles alone stays absent: the flow of all traffic
/// needs the share of vehicles that report, the queue needs the signal's stop line.
public final class RollUp {

  private static final double MEDIAN_SHARE = 0.5;
  private static final double P80_SHARE = 0.8;
  private static final double P95_SHARE = 0.95;

  private final RoadNetwork network;
  private final RollUpConfig config;

  /// By segment index; asking the network for a segment's class would copy its geometry.
  private final double[] freeFlowMps;

  /// A roll-up for the segments of a network, with the documented defaults.
  public RollUp(RoadNetwork network) {
    this(network, RollUpConfig.defaults());
  }

  /// A roll-up for the segments of a network.
  public RollUp(RoadNetwork network, RollUpConfig config) {
    this.network = network;
    this.config = config;
    this.freeFlowMps = new double[network.segmentCount()];
    for (int segment = 0; segment < freeFlowMps.length; segment++) {
      freeFlowMps[segment] = freeFlowMps(network, segment, config.defaultFreeFlowMps());
    }
  }

  private static double freeFlowMps(RoadNetwork network, int segment, double otherwiseMps) {
    double limitMps = network.speedLimitMps(segment);
    return limitMps > 0
        ? limitMps
        : FreeFlowSpeeds.usualMps(network.segment(segment).roadClass(), otherwiseMps);
  }

  /// The version of the network that the segment indexes refer to.
  public String networkVersion() {
    return network.version();
  }

  /// True when the network has a segment with this index.
  public boolean knows(int segmentIndex) {
    return segmentIndex >= 0 && segmentIndex < freeFlowMps.length;
  }

  /// The record of a window.
  ///
  /// @param sum the tallies of all edge nodes and all base windows of the window, added; of a
  ///   segment that the network has, see [#knows]
  public SegmentTraffic record(SegmentTally sum, WindowLength length, long startMs, int revision) {
    int segment = sum.segmentIndex();
    EdieFigures edie = EdieFigures.of(sum, network.lengthM(segment), length.lengthMs());
    int vehicles = sum.stations().count();
    return new SegmentTraffic(
        new SegmentWindow(segment, network.segmentId(segment), network.version(), startMs, length),
        revision,
        vehicles,
        edie,
        null,
        percentiles(sum.travelTimes()),
        freeFlowMps[segment],
        null,
        level(edie, freeFlowMps[segment]),
        confidence(vehicles, edie.timeS() / length.lengthS()));
  }

  private static @Nullable TravelTimePercentiles percentiles(TravelTimeSketch travelTimes) {
    if (travelTimes.bins().length == 0) {
      return null;
    }
    return new TravelTimePercentiles(
        travelTimes.count(),
        travelTimes.percentileS(MEDIAN_SHARE),
        travelTimes.percentileS(P80_SHARE),
        travelTimes.percentileS(P95_SHARE));
  }

  private LevelOfService level(EdieFigures edie, double undisturbedMps) {
    if (edie.timeS() < config.levelTimeSMin() || !(edie.speedMps() >= 0)) {
      return LevelOfService.UNKNOWN;
    }
    double share = edie.speedMps() / undisturbedMps;
    if (share < config.stationaryBelow()) {
      return LevelOfService.STATIONARY;
    }
    if (share < config.queuingBelow()) {
      return LevelOfService.QUEUING;
    }
    if (share < config.slowBelow()) {
      return LevelOfService.SLOW;
    }
    return share < config.heavyBelow() ? LevelOfService.HEAVY : LevelOfService.FREE_FLOW;
  }

  /// How sure the record is: `n / (n + n½) × s / (s + s½)`, where `n` is the number of distinct
  /// vehicles and `s` the vehicle-time over the window's length, at most 1 (the share of the window
  /// in which a vehicle was there to be asked). Both halves grow with what was seen and never reach
  /// one, because unseen vehicles may always differ from the seen ones.
  ///
  /// @param vehicles distinct vehicles, zero or more
  /// @param timeShare vehicle-time over window length, zero or more
  double confidence(int vehicles, double timeShare) {
    double share = Math.min(1, timeShare);
    if (vehicles <= 0 || !(share > 0)) {
      return 0;
    }
    return vehicles
        / (vehicles + config.confidenceVehicles())
        * share
        / (share + config.confidenceTimeShare());
  }
}
