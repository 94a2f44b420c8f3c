package city.wayside.road.network;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The ways that may not be driven although their segments join: two segments, or more where it
/// depends on how a vehicle came. Those of two are missing among the successors, so only the longer
/// ones are asked for while driving.
///
/// The bans of two come first, by their first segment; the longer ones follow, by their last
/// segment but one, where a vehicle may not go on.
public final class TurnBans {

  /// How many segments one ban may have.
  public static final int LENGTH_MAX = 16;

  /// How many bans a network may have.
  public static final int COUNT_MAX = 1_000_000;

  static final TurnBans NONE = new TurnBans(List.of());

  private final int[] start;
  private final int[] segments;
  private final int[] before;
  private final int longFrom;

  /// Packs bans, each two segments or more.
  TurnBans(List<int[]> bans) {
    List<int[]> sorted =
        bans.stream()
            .sorted(
                Comparator.<int[]>comparingInt(ban -> ban.length == 2 ? 0 : 1)
                    .thenComparingInt(ban -> ban[ban.length - 2])
                    .thenComparing(Arrays::compare))
            .toList();
    start = new int[sorted.size() + 1];
    before = new int[sorted.size()];
    IntList all = new IntList();
    int pairs = 0;
    for (int i = 0; i < sorted.size(); i++) {
      int[] ban = sorted.get(i);
      for (int segment : ban) {
        all.add(segment);
      }
      start[i + 1] = all.size();
      before[i] = ban[ban.length - 2];
      pairs += ban.length == 2 ? 1 : 0;
    }
    segments = all.toArray();
    longFrom = pairs;
  }

  /// How many there are.
  public int count() {
    return before.length;
  }

  /// How many of them have more than two segments; they are the last ones.
  public int longCount() {
    return before.length - longFrom;
  }

  /// The segments of a ban in driving direction, two or more.
  public int[] segments(int ban) {
    return Arrays.copyOfRange(segments, start[ban], start[ban + 1]);
  }

  /// How many segments a ban has.
  public int length(int ban) {
    return start[ban + 1] - start[ban];
  }

  /// A segment of a ban by its place in it, from 0.
  public int segment(int ban, int place) {
    return segments[start[ban] + place];
  }

  /// The first of the longer bans that forbid to go on from a segment; more follow as long as
  /// [#isAt] says so.
  public int firstAt(int segment) {
    int low = longFrom;
    int high = before.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (before[middle] < segment) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// True when there is such a ban and it forbids to go on from this segment.
  public boolean isAt(int ban, int segment) {
    return ban < before.length && before[ban] == segment;
  }

  void addTo(NetworkVersion content) {
    for (int i = start[longFrom]; longCount() > 0 && i < segments.length; i++) {
      content.add(segments[i]);
    }
  }
}
