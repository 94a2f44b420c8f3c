package city.wayside.town.backtest;

import city.wayside.grid.rollup.FlowEstimator;
import city.wayside.grid.rollup.RollUp;
import city.wayside.model.traffic.EdieFigures;
import city.wayside.model.traffic.FlowEstimate;
import city.wayside.model.traffic.Penetration;
import city.wayside.model.traffic.SegmentTally;
import city.wayside.model.traffic.WindowLength;
import city.wayside.road.network.RoadNetwork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tallies of all base windows, and the windows of the wanted length that they add up to.
final class WindowTable {

  /// A segment and a base window.
  private record Base(int segmentIndex, long startMs) {}

  private final RoadNetwork network;
  private final RollUp rollUp;
  private final long windowMs;
  private final Optional<WindowLength> published;
  private final double share;
  private final FlowEstimator flows = new FlowEstimator();
  private final Map<Base, SegmentTally> bases = new HashMap<>();

  /// An empty table.
  ///
  /// @param windowS length of the windows, a multiple of 60 s
  /// @param share the share of stations that take part; flow and density are scaled up by it
  WindowTable(RoadNetwork network, int windowS, double share) {
    this.network = network;
    this.rollUp = new RollUp(network);
    this.windowMs = windowS * 1000L;
    this.published = WindowLength.ofSeconds(windowS);
    this.share = share;
    if (windowMs <= 0 || windowMs % WindowLength.BASE_MS != 0) {
      throw new IllegalArgumentException("window of " + windowS + " s");
    }
  }

  /// Puts whole sums, which replace those of the same segment and base window.
  void put(List<SegmentTally> tallies) {
    for (SegmentTally tally : tallies) {
      bases.put(new Base(tally.segmentIndex(), tally.windowStartMs()), tally);
    }
  }

  /// One row for each segment and window in which anything was driven, in no order.
  List<TrafficRow> rows() {
    Map<Base, SegmentTally> sums = new HashMap<>();
    for (SegmentTally tally : bases.values()) {
      long startMs = Math.floorDiv(tally.windowStartMs(), windowMs) * windowMs;
      sums.merge(new Base(tally.segmentIndex(), startMs), tally, SegmentTally::plus);
    }
    List<TrafficRow> rows = new ArrayList<>(sums.size());
    sums.forEach((window, sum) -> rows.add(row(window, sum)));
    return rows;
  }

  private TrafficRow row(Base window, SegmentTally sum) {
    int segment = window.segmentIndex();
    // A length that the service does not publish has the same figures, and no level of service.
    EdieFigures edie =
        published
            .map(length -> rollUp.record(sum, length, window.startMs(), 0).edie())
            .orElseGet(() -> EdieFigures.of(sum, network.lengthM(segment), windowMs));
    int vehicles = sum.stations().count();
    // The share is known exactly: it is the one by which the stations were chosen.
    FlowEstimate flow =
        flows.estimate(
            edie.distanceM(),
            edie.timeS(),
            vehicles,
            network.lengthM(segment),
            windowMs,
            new Penetration(share, 0));
    return new TrafficRow(
        window.startMs() / 1000,
        network.segmentId(segment),
        edie.probeFlowVph() / share,
        edie.densityVpkm() / share,
        edie.speedMps(),
        vehicles,
        edie.distanceM(),
        edie.timeS(),
        flow.stdErrVph());
  }
}
