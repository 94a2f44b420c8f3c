package city.wayside.model.traffic;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The canonical record: traffic on one directed segment during one window. Every feed is a mapping
/// of it.
///
/// @param window segment and window
/// @param revision 0 when first published, one more each time late reports changed it
/// @param vehicles distinct vehicles that reported
/// @param edie exact quantities of the vehicles that reported
/// @param flow flow of all traffic; absent while the penetration is unknown
/// @param travelTime travel-time percentiles; absent without a complete traversal
/// @param freeFlowSpeedMps speed of undisturbed traffic on the segment
/// @param queueLengthM lower bound of the longest queue: from the segment's end to the farthest
///   place where a reporting vehicle waited in the window; absent when none was seen waiting
/// @param levelOfService state of traffic
/// @param confidence 0 (none) to 1 (as sure as the method can be)
public record SegmentTraffic(
    SegmentWindow window,
    int revision,
    int vehicles,
    EdieFigures edie,
    @Nullable FlowEstimate flow,
    @Nullable TravelTimePercentiles travelTime,
    double freeFlowSpeedMps,
    @Nullable Double queueLengthM,
    LevelOfService levelOfService,
    double confidence) {

  /// True when both were made from the same reports, whatever was derived from them besides.
  public boolean hasSameReportsAs(SegmentTraffic other) {
    return vehicles == other.vehicles
        && edie.equals(other.edie)
        && Objects.equals(travelTime, other.travelTime)
        && Objects.equals(queueLengthM, other.queueLengthM);
  }

  /// The same with another revision.
  public SegmentTraffic withRevision(int newRevision) {
    return new SegmentTraffic(
        window,
        newRevision,
        vehicles,
        edie,
        flow,
        travelTime,
        freeFlowSpeedMps,
        queueLengthM,
        levelOfService,
        confidence);
  }
}
