package city.wayside.grid.rollup;

import city.wayside.model.traffic.SegmentTally;
import city.wayside.model.traffic.WindowLength;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// Adds the tallies of all edge nodes and base windows of a window, and remembers a fingerprint of
/// every base window, so that a window that nothing was added to is not computed again.
final class WindowSums {

  private final TallySource source;
  private final TreeMap<Long, Long> fingerprints = new TreeMap<>();

  WindowSums(TallySource source) {
    this.source = source;
  }

  /// The sums of a window, one for each segment that somebody was on.
  Collection<SegmentTally> read(WindowLength length, long startMs) {
    Map<Integer, SegmentTally> sums = new HashMap<>();
    for (long baseMs = startMs;
        baseMs < startMs + length.lengthMs();
        baseMs += WindowLength.BASE_MS) {
      long fingerprint = 0;
      for (SegmentTally tally : source.baseWindow(baseMs)) {
        fingerprint += fingerprint(tally);
        sums.merge(tally.segmentIndex(), tally, SegmentTally::plus);
      }
      fingerprints.put(baseMs, fingerprint);
    }
    return sums.values();
  }

  /// The fingerprint of a window, from its base windows as they were last read; two readings of the
  /// same tallies have the same, in whatever order they came.
  long fingerprint(WindowLength length, long startMs) {
    long fingerprint = 0;
    for (long base : fingerprints.subMap(startMs, startMs + length.lengthMs()).values()) {
      fingerprint = 31 * fingerprint + base;
    }
    return fingerprint;
  }

  /// Forgets base windows that started before a moment.
  void forgetBefore(long timeMs) {
    fingerprints.headMap(timeMs).clear();
  }

  /// Forgets everything: another member has been at work.
  void forget() {
    fingerprints.clear();
  }

  private static long fingerprint(SegmentTally tally) {
    long mixed = tally.segmentIndex();
    mixed = mixed * 0x9E3779B97F4A7C15L + tally.distanceMm();
    mixed = mixed * 0x9E3779B97F4A7C15L + tally.timeMs();
    mixed = mixed * 0x9E3779B97F4A7C15L + tally.stoppedMs();
    mixed = mixed * 0x9E3779B97F4A7C15L + tally.stations().hashCode();
    mixed = mixed * 0x9E3779B97F4A7C15L + tally.travelTimes().hashCode();
    return mixed ^ (mixed >>> 29);
  }
}
