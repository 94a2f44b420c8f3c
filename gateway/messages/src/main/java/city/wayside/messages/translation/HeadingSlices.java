package city.wayside.messages.translation;

import city.wayside.messages.uper.Tape;
import java.util.Arrays;

/// Directions as slices of 22.5 degrees (SAE J2735 HeadingSlice), from the north clockwise.
final class HeadingSlices {

  static final int COUNT = 16;

  private static final double SLICE_DEG = 22.5;
  private static final double TURN_DEG = 360;

  /// Slices beyond a half turn name no direction.
  private static final int COUNT_MAX = COUNT / 2;

  private HeadingSlices() {}

  /// The middle of slices that lie side by side, up to a half turn; `NaN` for all others.
  ///
  /// @param slices cell of a string of bits, or [Tape#ABSENT]
  static double headingDeg(Tape tape, long slices) {
    if (slices == Tape.ABSENT) {
      return Double.NaN;
    }
    int bits = (int) tape.bits(slices, 0, COUNT);
    int count = Integer.bitCount(bits);
    for (int first = 0; first < COUNT; first++) {
      if (count >= 1 && count <= COUNT_MAX && bits == run(first, count)) {
        return (first + count / 2.0) * SLICE_DEG % TURN_DEG;
      }
    }
    return Double.NaN;
  }

  /// So many slices from one on, the first slice being the highest bit.
  private static int run(int first, int count) {
    int bits = 0;
    for (int i = 0; i < count; i++) {
      bits |= 1 << (COUNT - 1 - (first + i) % COUNT);
    }
    return bits;
  }

  /// The slice of a heading with its two neighbours, for traffic is never that straight; all slices
  /// when there is no heading.
  static long[] around(double headingDeg) {
    long[] slices = new long[COUNT];
    if (!Double.isFinite(headingDeg)) {
      Arrays.fill(slices, 1);
      return slices;
    }
    int middle = Math.floorMod((int) Math.floor(headingDeg % TURN_DEG / SLICE_DEG), COUNT);
    for (int i = middle - 1; i <= middle + 1; i++) {
      slices[Math.floorMod(i, COUNT)] = 1;
    }
    return slices;
  }
}
