package city.wayside.grid.rollup;

import city.wayside.model.traffic.EdieFigures;
import city.wayside.model.traffic.FlowEstimate;
import city.wayside.model.traffic.Penetration;
import city.wayside.model.traffic.SegmentTally;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.SegmentWindow;
import city.wayside.model.traffic.TravelTimePercentiles;
import city.wayside.model.traffic.TravelTimeSketch;
import city.wayside.model.traffic.WindowLength;
import city.wayside.road.network.RoadNetwork;
import org.jspecify.annotations.Nullable;

/// From the merged tally of one segment and window to its canonical record. Pure, but for the
/// free-flow speeds that it learns: one thread.
///
/// What cannot be known from the reporting vehicles alone stays absent: the flow of all traffic
/// needs the share of vehicles that report.
public final class RollUp {

  private static final double MEDIAN_SHARE = 0.5;
  private static final double P80_SHARE = 0.8;
  private static final double P95_SHARE = 0.95;
  private static final double MM_PER_M = 1000;

  private final RoadNetwork network;
  private final RollUpConfig config;
  private final ServiceLevels levels;
  private final FlowEstimator flow;
  private final Penetrations penetrations;
  private final LearnedSpeeds learned;
  private final ZoneCounting zones;

  /// By segment index; asking the network for a segment's class would copy its geometry.
  private final double[] assumedMps;

  private final double[] lengthM;

  /// A roll-up for the segments of a network, with the documented defaults.
  public RollUp(RoadNetwork network) {
    this(network, RollUpConfig.defaults(), RollUpInputs.defaults());
  }

  /// A roll-up for the segments of a network.
  public RollUp(RoadNetwork network, RollUpConfig config, RollUpInputs inputs) {
    this.network = network;
    this.config = config;
    this.levels = new ServiceLevels(config);
    this.flow = new FlowEstimator(inputs.flow());
    this.penetrations = inputs.penetrations();
    this.zones = new ZoneCounting(inputs.zones());
    this.assumedMps = new double[network.segmentCount()];
    this.lengthM = new double[assumedMps.length];
    for (int segment = 0; segment < assumedMps.length; segment++) {
      assumedMps[segment] =
          FreeFlowSpeeds.assumedMps(network, segment, config.defaultFreeFlowMps());
      lengthM[segment] = network.lengthM(segment);
    }
    this.learned = new LearnedSpeeds(inputs.freeFlow(), lengthM);
  }

  /// The version of the network that the segment indexes refer to.
  public String networkVersion() {
    return network.version();
  }

  RollUpConfig config() {
    return config;
  }

  int segmentCount() {
    return assumedMps.length;
  }

  LearnedSpeeds learned() {
    return learned;
  }

  ZoneCounting zones() {
    return zones;
  }

  /// True when the network has a segment with this index.
  public boolean knows(int segmentIndex) {
    return segmentIndex >= 0 && segmentIndex < assumedMps.length;
  }

  /// The record of a window before which nothing was published.
  ///
  /// @param sum the tallies of all edge nodes and all base windows of the window, added; of a
  ///   segment that the network has, see [#knows]
  public SegmentTraffic record(SegmentTally sum, WindowLength length, long startMs, int revision) {
    return record(sum, length, startMs, revision, PastLevel.NONE);
  }

  /// The record of a window.
  SegmentTraffic record(
      SegmentTally sum, WindowLength length, long startMs, int revision, PastLevel past) {
    int segment = sum.segmentIndex();
    EdieFigures edie = EdieFigures.of(sum, lengthM[segment], length.lengthMs());
    int vehicles = sum.stations().count();
    double undisturbedMps = undisturbedMps(segment);
    FlowEstimate estimate = flow(edie, vehicles, segment, length, startMs);
    return new SegmentTraffic(
        new SegmentWindow(segment, network.segmentId(segment), network.version(), startMs, length),
        revision,
        vehicles,
        edie,
        estimate,
        percentiles(sum.travelTimes()),
        undisturbedMps,
        sum.queueMm() > 0 ? Math.min(sum.queueMm() / MM_PER_M, lengthM[segment]) : null,
        levels.level(edie, undisturbedMps, length, past),
        confidence(vehicles, edie.timeS() / length.lengthS(), estimate));
  }

  private double undisturbedMps(int segment) {
    double learnedMps = learned.mps(segment);
    if (Double.isNaN(learnedMps)) {
      return assumedMps[segment];
    }
    double limitMps = network.speedLimitMps(segment);
    return limitMps > 0 ? Math.min(learnedMps, limitMps) : learnedMps;
  }

  private @Nullable FlowEstimate flow(
      EdieFigures edie, int vehicles, int segment, WindowLength length, long startMs) {
    Penetration penetration = penetrations.of(segment, startMs);
    return penetration == null
        ? null
        : flow.estimate(
            edie.distanceM(),
            edie.timeS(),
            vehicles,
            lengthM[segment],
            length.lengthMs(),
            penetration);
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

  /// How sure the record is: `n / (n + n½) × s / (s + s½) × 1 / (1 + r / r½)`, where `n` is the
  /// number of distinct vehicles, `s` the vehicle-time over the window's length, at most 1 (the
  /// share of the window in which a vehicle was there to be asked), and `r` the relative standard
  /// error of the flow, at most 1; where the flow is not known, the last factor is left out. The
  /// first two grow with what was seen and never reach one, because unseen vehicles may always
  /// differ from the seen ones; the third falls with the error.
  ///
  /// @param vehicles distinct vehicles, zero or more
  /// @param timeShare vehicle-time over window length, zero or more
  double confidence(int vehicles, double timeShare, @Nullable FlowEstimate estimate) {
    double share = Math.min(1, timeShare);
    if (vehicles <= 0 || !(share > 0)) {
      return 0;
    }
    double seen =
        vehicles
            / (vehicles + config.confidenceVehicles())
            * share
            / (share + config.confidenceTimeShare());
    return estimate == null ? seen : seen / (1 + error(estimate) / config.confidenceFlowError());
  }

  private static double error(FlowEstimate estimate) {
    double flowVph = estimate.flowVph();
    return flowVph > 0 ? Math.min(1, estimate.stdErrVph() / flowVph) : 1;
  }
}
