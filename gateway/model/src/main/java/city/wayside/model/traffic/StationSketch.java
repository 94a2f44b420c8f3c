package city.wayside.model.traffic;

import java.util.Arrays;

/// A set of stations, exact while small: the [#CAPACITY] smallest 64-bit hashes of their ids.
///
/// Below the capacity it counts exactly; at the capacity it estimates from how densely the smallest
/// hashes lie (k minimum values; Bar-Yossef et al., "Counting distinct elements in a data stream",
/// RANDOM 2002), with a relative standard error of about 6 %. Union is exact, so merging in any
/// order and grouping, or twice, gives the same sketch.
///
/// @param hashes the smallest hashes, ascending, without repeats, compared as unsigned numbers
public record StationSketch(long[] hashes) {

  /// How many hashes are kept at most.
  public static final int CAPACITY = 256;

  /// The sketch of no station.
  public static final StationSketch EMPTY = new StationSketch(new long[0]);

  /// The sketch of one station.
  public static StationSketch of(long stationId) {
    return new StationSketch(new long[] {hash(stationId)});
  }

  /// A well-mixed 64-bit hash of a station id; the same on every node.
  public static long hash(long stationId) {
    long mixed = stationId + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /// The stations of both.
  public StationSketch union(StationSketch other) {
    if (other.hashes.length == 0) {
      return this;
    }
    if (hashes.length == 0) {
      return other;
    }
    long[] merged = new long[Math.min(CAPACITY, hashes.length + other.hashes.length)];
    int size = 0;
    int mine = 0;
    int theirs = 0;
    while (size < merged.length && (mine < hashes.length || theirs < other.hashes.length)) {
      int order =
          mine == hashes.length
              ? 1
              : theirs == other.hashes.length
                  ? -1
                  : Long.compareUnsigned(hashes[mine], other.hashes[theirs]);
      merged[size++] = order <= 0 ? hashes[mine] : other.hashes[theirs];
      if (order <= 0) {
        mine++;
      }
      if (order >= 0) {
        theirs++;
      }
    }
    return new StationSketch(size == merged.length ? merged : Arrays.copyOf(merged, size));
  }

  /// How many distinct stations: exact below [#CAPACITY], else an estimate.
  public int count() {
    if (hashes.length < CAPACITY) {
      return hashes.length;
    }
    double largestShare = (hashes[CAPACITY - 1] >>> 11) * 0x1.0p-53;
    return (int) Math.round((CAPACITY - 1) / largestShare);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StationSketch sketch && Arrays.equals(hashes, sketch.hashes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hashes);
  }
}
