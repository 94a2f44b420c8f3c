package city.wayside.adapters.outbox;

import city.wayside.model.traffic.FlowEstimate;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.TravelTimePercentiles;
import city.wayside.model.traffic.WindowLength;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The one place where it is decided what of a window leaves the house; every feed maps only what
/// this made, a [Disclosed] window.
///
/// Records of fewer vehicles than the tier's minimum are held back whole. Travel times are held
/// back when fewer traversals than that ended in the window, for a segment that many vehicles
/// touched may have been driven from end to end by one. In the open tier the number of vehicles,
/// and everything from which it can be computed back (confidence, standard error), is rounded, and
/// the bound of a queue, which is where one vehicle stands, too. Sums of distance and time stay
/// exact in the record; a feed of the open tier must not publish them.
///
/// What it does not do yet: stop a reader from subtracting what windows of different lengths, or
/// two revisions of one window, say about the same segment.
public final class PrivacyRule {

  private static final int COUNT_STEP = 5;
  private static final double SHARE_STEP = 0.05;
  private static final double QUEUE_STEP_M = 50;

  /// Keeps a share that is a whole number of steps from falling below it by its last bit.
  private static final double STEP_SLACK = 1e-9;

  private final PrivacyTier tier;

  /// The rule of a tier.
  public PrivacyRule(PrivacyTier tier) {
    this.tier = tier;
  }

  /// What may be disclosed of a window.
  public Disclosed disclose(WindowLength length, long startMs, List<SegmentTraffic> records) {
    List<SegmentTraffic> kept = new ArrayList<>(records.size());
    for (SegmentTraffic record : records) {
      if (record.vehicles() >= tier.vehiclesMin()) {
        kept.add(tier == PrivacyTier.OPERATOR ? record : coarse(record));
      }
    }
    return new Disclosed(length, startMs, kept, records.size() - kept.size());
  }

  private SegmentTraffic coarse(SegmentTraffic record) {
    boolean round = tier == PrivacyTier.OPEN;
    return new SegmentTraffic(
        record.window(),
        record.revision(),
        round ? step(record.vehicles()) : record.vehicles(),
        record.edie(),
        round ? coarse(record.flow()) : record.flow(),
        coarse(record.travelTime(), round),
        record.freeFlowSpeedMps(),
        round ? coarseQueueM(record.queueLengthM()) : record.queueLengthM(),
        record.levelOfService(),
        round ? stepDown(record.confidence()) : record.confidence());
  }

  private @Nullable TravelTimePercentiles coarse(
      @Nullable TravelTimePercentiles times, boolean round) {
    if (times == null || times.traversalCount() < tier.vehiclesMin()) {
      return null;
    }
    return round
        ? new TravelTimePercentiles(
            step(times.traversalCount()), times.p50S(), times.p80S(), times.p95S())
        : times;
  }

  private static @Nullable FlowEstimate coarse(@Nullable FlowEstimate flow) {
    if (flow == null || !(flow.flowVph() > 0)) {
      return flow;
    }
    double steps = Math.ceil(flow.stdErrVph() / flow.flowVph() / SHARE_STEP - STEP_SLACK);
    return new FlowEstimate(
        flow.flowVph(), flow.penetration(), steps * SHARE_STEP * flow.flowVph());
  }

  /// Rounded down, so that a feed never claims more vehicles than there were.
  private static int step(int count) {
    return count / COUNT_STEP * COUNT_STEP;
  }

  private static double stepDown(double share) {
    return Math.floor(share / SHARE_STEP + STEP_SLACK) * SHARE_STEP;
  }

  private static @Nullable Double coarseQueueM(@Nullable Double lengthM) {
    return lengthM == null ? null : Math.floor(lengthM / QUEUE_STEP_M) * QUEUE_STEP_M;
  }
}
