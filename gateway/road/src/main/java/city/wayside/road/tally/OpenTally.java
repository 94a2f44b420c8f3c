package city.wayside.road.tally;

import city.wayside.model.traffic.SegmentTally;
import city.wayside.model.traffic.WindowLength;

/// The sums of one segment and base window while they grow. Guarded by its stripe.
final class OpenTally {

  /// Slower is standing: 5 km/h, see [SegmentTally#stoppedMs].
  static final double STANDING_MPS = 5 / 3.6;

  final int segment;
  final int window;
  boolean isChanged;
  private long distanceMm;
  private long timeMs;
  private long stoppedMs;
  private long queueMm;
  private final StationSet stations = new StationSet();
  private final TravelTimeCounts travelTimes = new TravelTimeCounts();

  OpenTally(int segment, int window) {
    this.segment = segment;
    this.window = window;
  }

  void add(long stationId, long moreDistanceMm, long moreTimeMs) {
    distanceMm += moreDistanceMm;
    timeMs += moreTimeMs;
    // Millimetres per millisecond are metres per second.
    if (moreDistanceMm < STANDING_MPS * moreTimeMs) {
      stoppedMs += moreTimeMs;
    }
    stations.add(stationId);
  }

  void addTraversal(double traversalMs) {
    travelTimes.add(traversalMs);
  }

  /// A vehicle waits so far before the segment's end.
  void addWaiting(long beforeEndMm) {
    queueMm = Math.max(queueMm, beforeEndMm);
  }

  SegmentTally snapshot() {
    return new SegmentTally(
        segment,
        window * WindowLength.BASE_MS,
        distanceMm,
        timeMs,
        stoppedMs,
        stations.sketch(),
        travelTimes.sketch(),
        queueMm);
  }
}
