package city.wayside.kit.latency;

/// Counts durations in buckets that grow with them: exact below 64 µs, then to within 3 %. One
/// thread.
public final class LatencyHistogram {

  private static final int STEPS = 32; // buckets for each doubling
  private static final int STEPS_BITS = 5;
  private static final long US_MAX = 1L << 40; // twelve days

  private final long[] counts = new long[(41 - STEPS_BITS) * STEPS + STEPS];
  private long total;
  private long maxUs;

  /// An empty one.
  public LatencyHistogram() {}

  /// Counts one duration; below zero counts as zero.
  public void record(long durationUs) {
    long us = Math.clamp(durationUs, 0, US_MAX);
    counts[bucket(us)]++;
    total++;
    maxUs = Math.max(maxUs, us);
  }

  /// Counts what another one counted as well.
  public void add(LatencyHistogram other) {
    for (int bucket = 0; bucket < counts.length; bucket++) {
      counts[bucket] += other.counts[bucket];
    }
    total += other.total;
    maxUs = Math.max(maxUs, other.maxUs);
  }

  private static int bucket(long us) {
    int shift = Math.max(0, 63 - Long.numberOfLeadingZeros(us | 1) - STEPS_BITS);
    return shift * STEPS + (int) (us >>> shift);
  }

  /// The largest duration that a bucket takes.
  private static long lastUs(int bucket) {
    int shift = Math.max(0, bucket / STEPS - 1);
    return (((long) (bucket - shift * STEPS) + 1) << shift) - 1;
  }

  /// The duration that a share of all does not exceed, in microseconds; 0 when there is none.
  ///
  /// @param share 0 to 1
  public long quantileUs(double share) {
    long rank = Math.max(1, (long) Math.ceil(share * total));
    long seen = 0;
    for (int bucket = 0; bucket < counts.length && total > 0; bucket++) {
      seen += counts[bucket];
      if (seen >= rank) {
        return Math.min(lastUs(bucket), maxUs);
      }
    }
    return 0;
  }

  /// The longest duration in microseconds.
  public long maxUs() {
    return maxUs;
  }

  /// How many durations.
  public long total() {
    return total;
  }
}
