package city.wayside.road.match;

import java.util.Arrays;

/// Pieces of way that a vehicle has just been found to have driven: on which segment, from where to
/// where, from when to when. A reusable buffer: valid until its trajectory is matched again.
///
/// Pieces are in driving order and never overlap in time. Ways across junctions that the network
/// leaves out are not among them, so the times of two pieces need not meet.
public final class Passages {

  private static final int PIECES_FIRST = 4;

  private long baseMs;
  private int count;
  private int[] segment = new int[PIECES_FIRST];
  private double[] fromM = new double[PIECES_FIRST];
  private double[] toM = new double[PIECES_FIRST];
  private double[] fromMs = new double[PIECES_FIRST];
  private double[] toMs = new double[PIECES_FIRST];
  private double[] traversalMs = new double[PIECES_FIRST];

  /// No pieces yet.
  public Passages() {}

  /// How many pieces.
  public int count() {
    return count;
  }

  /// The segment of a piece.
  public int segmentIndex(int piece) {
    return segment[piece];
  }

  /// Where the piece begins: metres from the segment's start.
  public double fromM(int piece) {
    return fromM[piece];
  }

  /// Where the piece ends: metres from the segment's start, at least [#fromM].
  public double toM(int piece) {
    return toM[piece];
  }

  /// What the pieces' times count from, milliseconds since 1970. Times so small keep their
  /// fractions: the same way at another time of day gives the very same sums.
  public long baseMs() {
    return baseMs;
  }

  /// When the piece begins: milliseconds since [#baseMs], with fractions.
  public double fromMs(int piece) {
    return fromMs[piece];
  }

  /// When the piece ends: milliseconds since [#baseMs], with fractions, at least [#fromMs].
  public double toMs(int piece) {
    return toMs[piece];
  }

  /// The vehicle's travel time from the segment's start to its end, in milliseconds, when this
  /// piece completes a traversal that was seen from its beginning; else `NaN`.
  public double traversalMs(int piece) {
    return traversalMs[piece];
  }

  /// Forgets all pieces.
  public void clear() {
    count = 0;
  }

  /// Begins a way.
  ///
  /// @param startMs what its times will count from, milliseconds since 1970
  public void begin(long startMs) {
    count = 0;
    baseMs = startMs;
  }

  /// Adds a piece after the others, its times counted from [#baseMs].
  public void add(
      int segmentIndex,
      double startM,
      double endM,
      double startMs,
      double endMs,
      double completedMs) {
    if (count == segment.length) {
      int larger = count * 2;
      segment = Arrays.copyOf(segment, larger);
      fromM = Arrays.copyOf(fromM, larger);
      toM = Arrays.copyOf(toM, larger);
      fromMs = Arrays.copyOf(fromMs, larger);
      toMs = Arrays.copyOf(toMs, larger);
      traversalMs = Arrays.copyOf(traversalMs, larger);
    }
    segment[count] = segmentIndex;
    fromM[count] = startM;
    toM[count] = endM;
    fromMs[count] = startMs;
    toMs[count] = endMs;
    traversalMs[count++] = completedMs;
  }
}
