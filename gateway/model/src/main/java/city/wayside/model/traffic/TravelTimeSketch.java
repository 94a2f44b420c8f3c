package city.wayside.model.traffic;

import java.util.Arrays;

/// Travel times of completed traversals, kept as counts in bins that grow by 4 % each, so that any
/// percentile is known to within ± 2 % and merging is adding counts: exact in any order and
/// grouping.
///
/// Bin `b` holds times from `1.04^b` to `1.04^(b+1)` tenths of a second.
///
/// @param bins the bins that hold something, ascending
/// @param counts how many traversals each of them holds, one or more
public record TravelTimeSketch(int[] bins, int[] counts) {

  private static final double GROWTH = 1.04;
  private static final double LOG_GROWTH = Math.log(GROWTH);
  private static final double UNIT_MS = 100;

  /// The highest bin, for times of about 20 hours and all above.
  public static final int BIN_MAX = 344;

  /// The sketch of no traversal.
  public static final TravelTimeSketch EMPTY = new TravelTimeSketch(new int[0], new int[0]);

  /// The bin of a travel time.
  ///
  /// @param timeMs travel time in milliseconds; anything below 100 counts as 100
  public static int bin(double timeMs) {
    if (timeMs <= UNIT_MS) {
      return 0;
    }
    return Math.min(BIN_MAX, (int) (Math.log(timeMs / UNIT_MS) / LOG_GROWTH));
  }

  /// Both together.
  public TravelTimeSketch plus(TravelTimeSketch other) {
    if (other.bins.length == 0) {
      return this;
    }
    if (bins.length == 0) {
      return other;
    }
    int[] sumBins = new int[bins.length + other.bins.length];
    int[] sumCounts = new int[sumBins.length];
    int size = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < bins.length || theirs < other.bins.length) {
      int myBin = mine < bins.length ? bins[mine] : Integer.MAX_VALUE;
      int theirBin = theirs < other.bins.length ? other.bins[theirs] : Integer.MAX_VALUE;
      sumBins[size] = Math.min(myBin, theirBin);
      int count = 0;
      if (myBin <= theirBin) {
        count += counts[mine++];
      }
      if (theirBin <= myBin) {
        count += other.counts[theirs++];
      }
      sumCounts[size++] = count;
    }
    return new TravelTimeSketch(Arrays.copyOf(sumBins, size), Arrays.copyOf(sumCounts, size));
  }

  /// How many traversals.
  public int count() {
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }

  /// The time that a share of the traversals stayed below, in seconds; `NaN` without traversals.
  ///
  /// @param share 0 to 1
  public double percentileS(double share) {
    long wanted = Math.max(1, (long) Math.ceil(share * count()));
    long seen = 0;
    for (int i = 0; i < bins.length; i++) {
      seen += counts[i];
      if (seen >= wanted) {
        return Math.pow(GROWTH, bins[i] + 0.5) * UNIT_MS / 1000;
      }
    }
    return Double.NaN;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TravelTimeSketch sketch
        && Arrays.equals(bins, sketch.bins)
        && Arrays.equals(counts, sketch.counts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(bins) + Arrays.hashCode(counts);
  }
}
