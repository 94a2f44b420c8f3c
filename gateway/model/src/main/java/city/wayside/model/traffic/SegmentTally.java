package city.wayside.model.traffic;

/// Edie's sums of one segment and one base window: the distance that all vehicles drove on it and
/// the time they spent on it, clipped to the segment and the window.
///
/// Sums are whole millimetres and milliseconds, so adding is exact and the same in any order and
/// grouping, and so is the larger of two; that is what makes a tally safe to merge from many edge
/// nodes.
///
/// Source: L. C. Edie, "Discussion of traffic stream measurements and definitions", 1963.
///
/// @param segmentIndex the segment's index in its network
/// @param windowStartMs start of the base window, a multiple of [WindowLength#BASE_MS]
/// @param distanceMm sum of distances driven
/// @param timeMs sum of times spent
/// @param stoppedMs sum of times spent standing (slower than 5 km/h)
/// @param stations the distinct stations seen
/// @param travelTimes travel times of traversals from end to end that ended in the window
/// @param queueMm from the segment's end to the farthest place where a vehicle waited, see
///   [SegmentTraffic#queueLengthM]; 0 when none did
public record SegmentTally(
    int segmentIndex,
    long windowStartMs,
    long distanceMm,
    long timeMs,
    long stoppedMs,
    StationSketch stations,
    TravelTimeSketch travelTimes,
    long queueMm) {

  /// A tally of a window in which nobody waited.
  public SegmentTally(
      int segmentIndex,
      long windowStartMs,
      long distanceMm,
      long timeMs,
      long stoppedMs,
      StationSketch stations,
      TravelTimeSketch travelTimes) {
    this(segmentIndex, windowStartMs, distanceMm, timeMs, stoppedMs, stations, travelTimes, 0);
  }

  /// Both together.
  ///
  /// @throws IllegalArgumentException when the other is of another segment
  public SegmentTally plus(SegmentTally other) {
    if (other.segmentIndex != segmentIndex) {
      throw new IllegalArgumentException(
          "segment " + other.segmentIndex + " added to segment " + segmentIndex);
    }
    return new SegmentTally(
        segmentIndex,
        Math.min(windowStartMs, other.windowStartMs),
        distanceMm + other.distanceMm,
        timeMs + other.timeMs,
        stoppedMs + other.stoppedMs,
        stations.union(other.stations),
        travelTimes.plus(other.travelTimes),
        Math.max(queueMm, other.queueMm));
  }
}
